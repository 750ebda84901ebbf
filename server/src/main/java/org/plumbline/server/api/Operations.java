package org.plumbline.server.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.server.desk.Desk;
import org.springframework.stereotype.Component;

/// Every operation there is, in the order in which they are described.
@Component
class Operations {

    private final List<Operation> all;

    Operations(Desk desk) {
        all =
                Stream.of(
                                new WordOperations(desk).all(),
                                new CaseOperations(desk).all(),
                                new LibraryOperations(desk).all())
                        .flatMap(List::stream)
                        .toList();
    }

    List<Operation> all() {
        return all;
    }

    Optional<Operation> byId(String id) {
        return all.stream().filter(o -> o.id().equals(id)).findFirst();
    }
}
