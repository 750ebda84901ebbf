package org.plumbline.server.explore;

import org.plumbline.core.norm.Edition;
import org.plumbline.server.desk.Desk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The library: its shelf, an edition, a provision, and a search.
@Controller
class ExplorerPage {

    private final Desk desk;
    private final Proofs proofs;
    private final java.util.function.Supplier<ShelfView> shelf;

    ExplorerPage(Desk desk, Proofs proofs) {
        this.desk = desk;
        this.proofs = proofs;
        this.shelf = Once.of(() -> ShelfView.of(desk.library()));
    }

    @GetMapping("/codes")
    String shelf(Model model) {
        model.addAttribute("shelf", shelf.get());
        return "codes";
    }

    /// A search is sent and not written into an address: what somebody looks for is nobody's matter.
    @PostMapping("/codes")
    String search(@RequestParam(name = "q", defaultValue = "") String words, Model model) {
        Found found = Found.of(desk.library(), words);
        if (found.only().isPresent()) {
            return "redirect:" + found.only().get();
        }
        model.addAttribute("shelf", shelf.get());
        model.addAttribute("found", found);
        model.addAttribute("q", words);
        return "codes";
    }

    @GetMapping("/codes/{edition}")
    String edition(@PathVariable("edition") String id, Model model) {
        model.addAttribute("edition", EditionView.of(desk.library(), edition(id)));
        return "edition";
    }

    @GetMapping("/codes/{edition}/{*number}")
    String provision(
            @PathVariable("edition") String id,
            @PathVariable("number") String number,
            Model model) {
        Edition edition = edition(id);
        var provision =
                edition.provision(number.substring(1)).orElseThrow(ExplorerPage::noSuchPage);
        model.addAttribute(
                "provision",
                ProvisionView.of(
                        desk.library(), edition, provision, proofs.of(edition, provision)));
        return "provision";
    }

    private Edition edition(String id) {
        return desk.library().edition(id).orElseThrow(ExplorerPage::noSuchPage);
    }

    private static ResponseStatusException noSuchPage() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
