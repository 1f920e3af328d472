package dev.annealer.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules of ARCHITECTURE.md, as tests.
@AnalyzeClasses(packages = "dev.annealer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.annealer.";

    /// What each package may import from the project, beside `progress`: the brackets of ARCHITECTURE.md.
    private static final Map<String, List<String>> IMPORTS = AllowedImports.read();

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

    @ArchTest
    static void everyPackageHasItsRow(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(type -> !type.getPackageName().equals("dev.annealer"))
                        .map(ArchitectureTest::topPackage)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(IMPORTS.keySet());
    }

    /// A bracket that says more than is so leads readers astray. The two fronts may import whatever they show.
    @ArchTest
    static void nothingIsAllowedThatNobodyNeeds(JavaClasses classes) {
        Map<String, Set<String>> needed = classes.stream()
                .filter(type -> !type.getPackageName().equals("dev.annealer"))
                .collect(Collectors.groupingBy(
                        ArchitectureTest::topPackage,
                        Collectors.flatMapping(ArchitectureTest::imported, Collectors.toCollection(TreeSet::new))));
        assertSoftly(softly -> IMPORTS.forEach((own, allowed) -> {
            if (!own.equals("cli") && !own.equals("ui")) {
                softly.assertThat(needed.get(own)).as(own).containsAll(allowed);
            }
        }));
    }

    private static Stream<String> imported(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .filter(target -> target.getPackageName().startsWith(ROOT))
                .map(ArchitectureTest::topPackage);
    }

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
