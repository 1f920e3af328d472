package dev.annealer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The rules of ARCHITECTURE.md, as tests.
@AnalyzeClasses(packages = "dev.annealer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.annealer.";

    private static final List<String> ALL_BUT_THE_FRONT = List.of(
            "document", "schedule", "trace", "table", "finder", "lint", "advisor", "python", "recipe", "storage", "export", "chart");

    /// What each package may import from the project, beside `progress`.
    private static final Map<String, List<String>> IMPORTS = Map.ofEntries(
            Map.entry("progress", List.of()),
            Map.entry("document", List.of()),
            Map.entry("schedule", List.of("document")),
            Map.entry("trace", List.of("document", "schedule")),
            Map.entry("table", List.of()),
            Map.entry("finder", List.of("table")),
            Map.entry("lint", List.of("document", "schedule", "trace")),
            Map.entry("advisor", List.of("document", "schedule", "trace", "lint")),
            Map.entry("python", List.of("document", "schedule", "lint")),
            Map.entry("storage", List.of("document")),
            Map.entry("recipe", List.of("document", "schedule", "trace", "lint", "storage")),
            Map.entry("export", List.of("document", "schedule", "trace")),
            Map.entry("chart", List.of("document", "schedule", "trace", "finder", "table")),
            Map.entry("cli", ALL_BUT_THE_FRONT),
            Map.entry("ui", ALL_BUT_THE_FRONT));

    @ArchTest
    static final ArchRule importsGoOneWay = classes()
            .that(resideInAnyPackage(ROOT + "*..").and(not(resideInAPackage("dev.annealer"))))
            .should(importOnlyWhatTheirPackageMay());

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.annealer.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheWindowKnowsJavaFx = noClasses()
            .that(not(resideInAPackage(ROOT + "ui..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.jfree.chart.fx..");

    @ArchTest
    static final ArchRule viewModelsKnowNoScene = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .or()
            .resideInAPackage(ROOT + "ui.session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule onlyTheChartDrawsWithAwt = noClasses()
            .that(not(resideInAnyPackage(ROOT + "chart..", ROOT + "ui..", ROOT + "cli..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "org.jfree..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameStartingWith("Abstract");

    @ArchTest
    static final ArchRule nothingIsPrintedToTheConsoleBehindTheCommandLine = noClasses()
            .that(not(resideInAPackage("dev.annealer")))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    private static ArchCondition<JavaClass> importOnlyWhatTheirPackageMay() {
        return new ArchCondition<>("import only what their package may") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = topPackage(type);
                List<String> allowed = IMPORTS.getOrDefault(own, List.of());
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> dependency.getTargetClass().getPackageName().startsWith(ROOT))
                        .filter(dependency -> {
                            String target = topPackage(dependency.getTargetClass());
                            return !target.equals(own) && !target.equals("progress") && !allowed.contains(target);
                        })
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static String topPackage(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length());
        return Stream.of(rest.split("\\.")).findFirst().orElseThrow();
    }
}
