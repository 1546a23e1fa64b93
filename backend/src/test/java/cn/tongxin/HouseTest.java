package cn.tongxin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.tongxin.history.History;
import cn.tongxin.history.Unrecorded;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.http.annotation.Controller;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.PlainSQL;

/** The few rules of the house that a reader of one class cannot see. */
@AnalyzeClasses(packages = "cn.tongxin", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final Set<String> SQL_AS_TEXT = Set.of(
            "cn.tongxin.dispatch.Letters",
            "cn.tongxin.evidence.Evidence",
            "cn.tongxin.history.History",
            "cn.tongxin.history.History$Buffer",
            "cn.tongxin.identity.PhoneCodeActions",
            "cn.tongxin.proposal.ProposalSigners",
            "cn.tongxin.search.Search",
            "cn.tongxin.search.Similarity",
            "cn.tongxin.seat.RosterImports",
            "cn.tongxin.storage.StoredFiles",
            "cn.tongxin.transfer.CellTables",
            "cn.tongxin.transfer.Export",
            "cn.tongxin.transfer.Import");

    private static final String[] FEATURES = {
        "cn.tongxin.proposal..",
        "cn.tongxin.opinion..",
        "cn.tongxin.reading..",
        "cn.tongxin.quiz..",
        "cn.tongxin.complaint.."
    };

    @ArchTest
    static final ArchRule packages_look_down_only = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("cn.tongxin..")
            .withOptionalLayers(true)
            .layer("ground")
            .definedBy(
                    "cn.tongxin.shared..",
                    "cn.tongxin.http..",
                    "cn.tongxin.tenancy..",
                    "cn.tongxin.identity..",
                    "cn.tongxin.history..",
                    "cn.tongxin.schedule..",
                    "cn.tongxin.storage..",
                    "cn.tongxin.document..",
                    "cn.tongxin.search..",
                    "cn.tongxin.transfer..",
                    "cn.tongxin.dispatch..")
            .layer("first")
            .definedBy(
                    "cn.tongxin.committee..",
                    "cn.tongxin.seat..",
                    "cn.tongxin.unit..",
                    "cn.tongxin.handling..",
                    "cn.tongxin.link..")
            .layer("features")
            .definedBy(FEATURES)
            .layer("readers")
            .definedBy(
                    "cn.tongxin.archive..",
                    "cn.tongxin.evidence..",
                    "cn.tongxin.indicator..",
                    "cn.tongxin.notification..")
            .layer("program")
            .definedBy("cn.tongxin")
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("readers")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("features")
            .mayOnlyBeAccessedByLayers("readers", "program")
            .whereLayer("first")
            .mayOnlyBeAccessedByLayers("features", "readers", "program");

    @ArchTest
    static final ArchRule packages_know_no_circles =
            slices().matching("cn.tongxin.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void features_do_not_know_each_other(JavaClasses all) {
        for (var feature : FEATURES) {
            var others =
                    Stream.of(FEATURES).filter(other -> !other.equals(feature)).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(feature)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(all);
        }
    }

    /** Everything else is built from jOOQ's classes, so no input can become SQL; these hold constant texts. */
    @ArchTest
    static final ArchRule sql_is_written_as_text_by_few = noClasses()
            .that()
            .haveNameNotMatching("cn\\.tongxin\\.(tenancy|db|migrations|stand)\\..*")
            .and(describe("are not of the few", type -> !SQL_AS_TEXT.contains(type.getFullName())))
            .should()
            .callMethodWhere(describe(
                    "takes SQL as text",
                    call -> call.getTarget().isAnnotatedWith(PlainSQL.class)
                            || call.getTargetOwner().isAssignableTo(Connection.class)
                                    && call.getName().startsWith("prepare")
                            || call.getTargetOwner().isAssignableTo(Connection.class)
                                    && call.getName().equals("createStatement")));

    @ArchTest
    static final ArchRule only_actions_and_reads_open_transactions = methods()
            .that()
            .areAnnotatedWith(jakarta.transaction.Transactional.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Actions");

    @ArchTest
    static final ArchRule controllers_write_no_sql = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(DSLContext.class);

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses().should().callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule nobody_names_a_tenant = noClasses()
            .that()
            .resideOutsideOfPackages("cn.tongxin.tenancy..")
            .should()
            .callMethodWhere(describe(
                    "sets the tenant by hand",
                    call -> call.getTarget().getName().equals("enter")
                            && call.getTarget().getOwner().getPackageName().startsWith("cn.tongxin.db")));

    @ArchTest
    static final ArchRule an_action_records_or_says_why_not = methods()
            .that()
            .areAnnotatedWith(jakarta.transaction.Transactional.class)
            .and()
            .areNotAnnotatedWith(Unrecorded.class)
            .should(new ArchCondition<JavaMethod>("record a line of history") {
                @Override
                public void check(JavaMethod action, ConditionEvents events) {
                    if (!records(action, new HashSet<>())) {
                        events.add(SimpleConditionEvent.violated(
                                action, action.getFullName() + " neither records nor is @Unrecorded"));
                    }
                }
            });

    /** Whether a method leads to {@code History.record} without leaving its package. */
    private static boolean records(JavaMethod method, Set<JavaMethod> seen) {
        if (!seen.add(method)) {
            return false;
        }
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(History.class)
                        ? call.getName().equals("record")
                        : call.getTargetOwner()
                                        .getPackage()
                                        .equals(method.getOwner().getPackage())
                                && call.getTarget()
                                        .resolveMember()
                                        .filter(called -> records(called, seen))
                                        .isPresent());
    }

    @ArchTest
    static final ArchRule controllers_are_not_for_others =
            classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate();
}
