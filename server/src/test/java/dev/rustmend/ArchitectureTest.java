package dev.rustmend;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The class files keep to what `ARCHITECTURE.md` says: its package table, its fences around
/// libraries and its listss of mutable classes.
class ArchitectureTest {
  private static final String HOME = "dev.rustmend.";
  private static final List<String> EVERYWHERE = List.of("java.", "org.jspecify.", HOME);
  private static JavaClasses classes;
  private static ArchitectureDocument document;

  @BeforeAll
  static void readBoth() throws IOException {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rustmend");
    document = ArchitectureDocument.read();
  }

  @Test
  void theTableListsExactlyThePackagesThatExist() {
    Set<String> existing = new TreeSet<>();
    classes.forEach(type -> existing.add(packageOf(type)));
    assertThat(document.packages().keySet()).containsExactlyInAnyOrderElementsOf(existing);
  }

  @Test
  void aPackageMayUseOnlyPackagesAboveItInTheTable() {
    var above = new HashSet<String>();
    document
        .packages()
        .forEach((name, uses) -> {
          assertThat(above).as("packages above %s", name).containsAll(uses);
          above.add(name);
        });
  }

  @Test
  void noPackageUsesOneThatItsLineDoesNotName() {
    Map<String, List<String>> table = document.packages();
    assertThat(
            dependencies()
                .filter(use -> use.getTargetClass().getPackageName().startsWith(HOME))
                .filter(use -> !packageOf(use.getTargetClass()).equals(packageOf(origin(use))))
                .filter(use -> !uses(table, use).contains(packageOf(use.getTargetClass())))
                .map(Dependency::getDescription))
        .as("uses that the table in ARCHITECTURE.md does not allow")
        .isEmpty();
  }

  @Test
  void packagesHaveNoCycle() {
    slices().matching("dev.rustmend.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void aFencedLibraryIsUsedOnlyWhereItsFenceAllows() {
    Map<String, List<String>> fences = document.fences();
    var offences = new ArrayList<String>();
    dependencies()
        .forEach(use ->
            fences.keySet().stream()
                .filter(prefix -> use.getTargetClass().getName().startsWith(prefix))
                .max(Comparator.comparingInt(String::length))
                .filter(nearest ->
                    !fences.getOrDefault(nearest, List.of()).contains(packageOf(origin(use))))
                .ifPresent(_ -> offences.add(use.getDescription())));
    assertThat(offences).as("uses that the fences in ARCHITECTURE.md do not allow").isEmpty();
  }

  @Test
  void everyLibraryHasAFence() {
    var known = new ArrayList<>(EVERYWHERE);
    known.addAll(document.fences().keySet());
    assertThat(
            dependencies()
                .map(use -> use.getTargetClass().getBaseComponentType())
                .filter(type -> !type.isPrimitive())
                .map(JavaClass::getName)
                .filter(name -> known.stream().noneMatch(name::startsWith))
                .distinct())
        .as("library classes without a fence in ARCHITECTURE.md")
        .isEmpty();
  }

  @Test
  void onlyTheCommandLineTouchesTheStandardStreams() {
    noClasses()
        .that(resideOutsideOfPackage("dev.rustmend.cli.."))
        .should(ACCESS_STANDARD_STREAMS)
        .because("stdout belongs to the protocol")
        .check(classes);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(
            classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(known -> !known.isAnnotatedWith(NullMarked.class))
                .map(known -> known.getName() + " has no package-info.java with @NullMarked"))
        .isEmpty();
  }

  @Test
  void theListsOfMutableClassesAreComplete() {
    assertThat(classes.stream().filter(MutableState::isMutable).map(ArchitectureTest::shortName))
        .as(
            "classes with mutable state; each needs its line in one of the lists in ARCHITECTURE.md")
        .containsExactlyInAnyOrderElementsOf(document.mutable());
  }

  @Test
  void namesSayWhatAClassIs() {
    classes()
        .that(resideInAPackage("dev.rustmend.."))
        .should()
        .haveNameNotMatching(".*(Utils?|Impl|Manager|Helper)|.*\\.(Abstract[A-Z].*|I[A-Z][a-z].*)")
        .because("such a name tells how, or nothing; name it after what it is or does")
        .check(classes);
  }

  private static Stream<Dependency> dependencies() {
    return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
  }

  private static JavaClass origin(Dependency use) {
    return use.getOriginClass();
  }

  private static List<String> uses(Map<String, List<String>> table, Dependency use) {
    return table.getOrDefault(packageOf(origin(use)), List.of());
  }

  /// `workspace` for a class of `dev.rustmend.workspace`; a sub-package keeps its dots, so that it
  /// is no package of the flat table.
  private static String packageOf(JavaClass type) {
    return type.getBaseComponentType().getPackageName().replaceFirst("^dev\\.rustmend\\.", "");
  }

  private static String shortName(JavaClass type) {
    return type.getName().substring(HOME.length()).replace('$', '.');
  }
}
