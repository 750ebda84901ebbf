package org.plumbline.server.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class PictureTest {

    private final Workshop workshop = new Workshop();

    private ResponseEntity<String> picture(Optional<Workshop.Job<String>> job) {
        return Picture.of(job, done -> "<svg>" + done + "</svg>", "a.svg", "/page?a=b");
    }

    @Test
    void a_picture_is_made_once_and_shared() {
        Optional<Workshop.Job<String>> job = workshop.job("a", _ -> "once");
        job.orElseThrow().within(Duration.ofSeconds(60));

        assertThat(picture(job).getBody()).isEqualTo("<svg>once</svg>");
        assertThat(picture(workshop.job("a", _ -> "again")).getBody()).contains("once");
    }

    @Test
    void what_is_not_done_leads_to_the_page_that_says_how_far_it_is() {
        var wait = new CountDownLatch(1);
        Optional<Workshop.Job<String>> job =
                workshop.job(
                        "slow",
                        _ -> {
                            try {
                                wait.await();
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                            return "late";
                        });

        assertThat(picture(job).getStatusCode().value()).isEqualTo(303);
        assertThat(picture(Optional.empty()).getHeaders().getLocation()).hasToString("/page?a=b");
        wait.countDown();
    }
}
