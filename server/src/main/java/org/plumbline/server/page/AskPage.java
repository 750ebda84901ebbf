package org.plumbline.server.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where a question is put in plain words.
@Controller
public class AskPage {

    @GetMapping("/")
    String ask() {
        return "ask";
    }
}
