package org.plumbline.server.about;

import org.plumbline.server.desk.Desk;
import org.plumbline.server.explore.Once;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How we know, and privacy.
@Controller
class AboutPage {

    private final Once<KnownView> known;

    AboutPage(Desk desk) {
        this.known = Once.of(() -> KnownView.of(desk.library()));
    }

    @GetMapping("/how-we-know")
    String howWeKnow(Model model) {
        model.addAttribute("known", known.get());
        return "how-we-know";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "privacy";
    }
}
