package dev.patchbook;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.patchbook.app.QuietJavaFx;
import dev.patchbook.base.Console;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls between the parts, and what lies behind only some of them. */
class ArchitectureTest {
    private static final String OURS = "dev.patchbook";
    private static final Walls WALLS = new Walls();

    private static JavaClasses main;

    @BeforeAll
    static void readClasses() {
        main = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages(OURS);
    }

    @Test
    void everyPartImportsOnlyWhatTheTableAllows() {
        check(classes().should(importOnlyAllowedParts()));
    }

    @Test
    void packagesAreFreeOfCycles() {
        check(slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(Walls.slice(type.getPackageName()));
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles());
    }

    @Test
    void nd4jStaysWhereTheModelIsBuiltAndRun() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(Walls.packages("model", "plan", "sample", "inspect", "train", "engine.local"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j.."));
    }

    @Test
    void samplersWorkOnPlainFloats() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.patchbook.sample..")
                .and()
                .haveSimpleNameContaining("Sampler")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j.."));
    }

    @Test
    void dataVecStaysInAugment() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(Walls.packages("augment"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.datavec..", "org.deeplearning4j..", "org.bytedeco.opencv..", "org.bytedeco.javacv.."));
    }

    @Test
    void javaFxStaysInTheWindow() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(Walls.packages("ui", "app"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."));
    }

    @Test
    void viewModelsKnowNoNodes() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage.."));
    }

    @Test
    void picturesAreDecodedAndDrawnInFewPlaces() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(Walls.packages("data", "augment", "chart", "ui", "app"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing.."));
    }

    @Test
    void standardStreamsBelongToTheCommandLine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(Walls.packages("cli", "app"))
                .and()
                .doNotHaveFullyQualifiedName(Console.class.getName())
                .should(ACCESS_STANDARD_STREAMS));
    }

    @Test
    void loggingGoesThroughSlf4j() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(QuietJavaFx.class.getName())
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.logging..")
                        .or(describe("System.Logger", c -> c.getFullName().startsWith("java.lang.System$Logger")))));
    }

    @Test
    void nullIsMarkedInEveryPackage() {
        check(classes().should(new ArchCondition<>("be in a package marked @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, marked, item.getPackageName() + " lacks @NullMarked"));
            }
        }));
    }

    private static ArchCondition<JavaClass> importOnlyAllowedParts() {
        return new ArchCondition<>("import only the parts its own may") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    String to = dependency.getTargetClass().getPackageName();
                    boolean allowed = !(to + ".").startsWith(OURS + ".") || WALLS.mayImport(item.getPackageName(), to);
                    events.add(new SimpleConditionEvent(item, allowed, dependency.getDescription()));
                }
            }
        };
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(main);
    }
}
