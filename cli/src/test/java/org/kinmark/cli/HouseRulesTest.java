package org.kinmark.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/// What holds in the whole house, whoever adds a class to it.
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.kinmark");

    private static final String[] PURE = {
        "org.kinmark.rules..",
        "org.kinmark.linkage..",
        "org.kinmark.exchange..",
        "org.kinmark.marker..",
        "org.kinmark.synthetic.."
    };

    @Test
    void every_module_is_looked_at() {
        for (var module : PURE) {
            classes()
                    .that()
                    .resideInAPackage(module)
                    .should()
                    .resideInAPackage("org.kinmark..")
                    .allowEmptyShould(false)
                    .check(HOUSE);
        }
    }

    @Test
    void nothing_opens_a_connection() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "javax.net..", "java.rmi..", "sun.net..", "com.sun.net..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.channels\\..*(Socket|Datagram|Network).*")
                .because("the marker runs beside patients' records, and every module here may run with it")
                .check(HOUSE);
    }

    @Test
    void only_commands_start_processes() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(HOUSE);
    }

    @Test
    void time_is_given_and_not_asked_for() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "java.time asks for the time",
                        call -> call.getName().equals("now")
                                && call.getTargetOwner().getPackageName().startsWith("java.time")))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, java.util.Date.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("the same input must give the same answer on any day")
                .check(HOUSE);
    }

    @Test
    void nothing_is_deserialised_and_nothing_is_logged() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.ObjectInputStream.class)
                .because("a log would sooner or later hold a person")
                .check(HOUSE);
    }

    @Test
    void rules_and_linkage_depend_on_nothing() {
        for (var module : new String[] {"org.kinmark.rules", "org.kinmark.linkage"}) {
            classes()
                    .that()
                    .resideInAPackage(module + "..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(module + "..", "java..", "org.jspecify..")
                    .check(HOUSE);
        }
    }

    @Test
    void commands_are_hidden() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Command")
                .should()
                .notBePublic()
                .check(HOUSE);
    }

    @Test
    void no_state_is_shared() {
        noFields().that().areStatic().should().notBeFinal().check(HOUSE);
    }
}
