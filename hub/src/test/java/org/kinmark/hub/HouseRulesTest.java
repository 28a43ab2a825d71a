package org.kinmark.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.kinmark.hub.staff.AllowedTo;
import org.kinmark.hub.staff.OpenToAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What the compiler does not hold the hub to.
@AnalyzeClasses(packages = "org.kinmark.hub", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    /// But for the two clocks themselves, and the tokens of the demonstration: whoever checks those goes by the real
    /// time.
    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(DemonstrationClock|DatabaseConfiguration|DemonstrationTokens.*)")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    /// But for the mark of a form's showing, and the people of the demonstration.
    @ArchTest
    static final ArchRule idsComeFromTheirOwnSide = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(Pages|DemonstrationAccounts)")
            .should()
            .callMethod(UUID.class, "randomUUID");

    /// What one hub remembers, another in the same process does not know: two worlds are lived in two of them.
    @ArchTest
    static final ArchRule nothingIsRememberedOutsideAHub =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule controllersAreHidden =
            classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule componentsDoNotChange = fields().that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule everyRouteSaysWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should()
            .beAnnotatedWith(AllowedTo.class)
            .orShould()
            .beAnnotatedWith(OpenToAll.class);
}
