package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.plumbline");

    private static final String CROOKED = "org.plumbline.cli.crooked";
    private static final JavaClasses CROOKED_HOUSE =
            new ClassFileImporter().importPackages(CROOKED);

    @ParameterizedTest(name = "{0}")
    @MethodSource("houseRules")
    void the_house_stands_straight(ArchRule rule) {
        rule.check(HOUSE);
    }

    @Test
    void the_rules_look_at_more_than_one_module() {
        assertThat(HOUSE.contain("org.plumbline.cli.Main")).isTrue();
        assertThat(HOUSE.stream().filter(type -> type.getName().startsWith("org.plumbline.core.")))
                .isNotEmpty();
    }

    /// Each rule can fail: the house under `crooked` breaks those that a class can break.
    @ParameterizedTest(name = "{0}")
    @MethodSource("crookedRules")
    void a_crooked_house_is_noticed(ArchRule rule) {
        assertThat(rule.evaluate(CROOKED_HOUSE).hasViolation()).isTrue();
    }

    static Stream<ArchRule> houseRules() {
        return new HouseRules("org.plumbline").all();
    }

    static Stream<ArchRule> crookedRules() {
        return new HouseRules(CROOKED).all();
    }
}
