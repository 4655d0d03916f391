package dev.rustmend;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Calls that nobody makes, each with its reason and with what to use instead. A ban without a
/// reason is not one: whoever meets it must be able to judge.
class ForbiddenCallsTest {
  private static final String LOCALE = "the answer depends on the user's language";
  private static final String CHARSET = "the answer depends on the user's character set";
  private static final String UNNAMED = "a thread dump must tell what each thread is for";

  static final List<Ban> BANS =
      List.of(
          ban("String.toLowerCase()", LOCALE, "toLowerCase(Locale.ROOT)"),
          ban("String.toUpperCase()", LOCALE, "toUpperCase(Locale.ROOT)"),
          ban("String.getBytes()", CHARSET, "getBytes(StandardCharsets.UTF_8)"),
          ban("String.<init>(byte[])", CHARSET, "new String(bytes, StandardCharsets.UTF_8)"),
          ban("String.<init>(byte[],int,int)", CHARSET, "the constructor with a charset"),
          ban("ByteArrayOutputStream.toString()", CHARSET, "toString(StandardCharsets.UTF_8)"),
          ban("InputStreamReader.<init>(InputStream)", CHARSET, "the constructor with a charset"),
          ban("OutputStreamWriter.<init>(OutputStream)", CHARSET, "the one with a charset"),
          ban("PrintStream.<init>(OutputStream)", CHARSET, "the constructor with a charset"),
          ban("PrintStream.<init>(OutputStream,boolean)", CHARSET, "the one with a charset"),
          ban("PrintWriter.<init>(OutputStream)", CHARSET, "the constructor with a charset"),
          ban("Scanner.<init>(InputStream)", CHARSET, "the constructor with a charset"),
          ban("Process.inputReader()", CHARSET, "inputReader(StandardCharsets.UTF_8)"),
          ban("Process.errorReader()", CHARSET, "errorReader(StandardCharsets.UTF_8)"),
          ban("Process.outputWriter()", CHARSET, "outputWriter(StandardCharsets.UTF_8)"),
          ban("FileReader.<init>", "it reads through the old file API", "Files.newBufferedReader"),
          ban("FileWriter.<init>", "it writes through the old file API", "Files.newBufferedWriter"),
          ban("File.<init>", "errors come as `false`, without a cause", "Path and Files"),
          ban("Thread.<init>", UNNAMED, "Thread.ofVirtual().name(…)"),
          ban("Thread.startVirtualThread", UNNAMED, "Thread.ofVirtual().name(…).start(…)"),
          ban("Executors.newVirtualThreadPerTaskExecutor", UNNAMED, "newThreadPerTaskExecutor"),
          ban("Executors.newCachedThreadPool()", UNNAMED, "newThreadPerTaskExecutor"),
          ban("Executors.newSingleThreadExecutor()", UNNAMED, "the one with a ThreadFactory"),
          ban("Executors.newFixedThreadPool(int)", UNNAMED, "the one with a ThreadFactory"),
          ban("Executors.newScheduledThreadPool(int)", UNNAMED, "the one with a ThreadFactory"),
          ban("Executors.newSingleThreadScheduledExecutor()", UNNAMED, "with a ThreadFactory"),
          ban("Collection.parallelStream", UNNAMED, "virtual threads that are named"),
          ban("CompletableFuture.supplyAsync(Supplier)", UNNAMED, "the one with an Executor"),
          ban("CompletableFuture.runAsync(Runnable)", UNNAMED, "the one with an Executor"),
          ban("Throwable.printStackTrace", "stdout and stderr belong to cli", "System.Logger"),
          ban("System.exit", "only the command line ends the process", "return or throw")
              .in(Place.OUTSIDE_CLI),
          ban("Runtime.halt", "only the command line ends the process", "return or throw")
              .in(Place.OUTSIDE_CLI),
          ban("Thread.sleep", "too long on a fast machine, too short on a slow one", "a latch")
              .in(Place.TESTS),
          ban("TimeUnit.sleep", "too long on a fast machine, too short on a slow one", "a latch")
              .in(Place.TESTS));

  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("dev.rustmend");

  private static final JavaClasses JDK =
      new ClassFileImporter()
          .importClasses(
              String.class,
              Thread.class,
              Throwable.class,
              Runtime.class,
              System.class,
              Process.class,
              ByteArrayOutputStream.class,
              InputStreamReader.class,
              OutputStreamWriter.class,
              PrintStream.class,
              PrintWriter.class,
              FileReader.class,
              FileWriter.class,
              File.class,
              Scanner.class,
              Collection.class,
              Executors.class,
              CompletableFuture.class,
              TimeUnit.class);

  @ParameterizedTest
  @FieldSource("BANS")
  void nobodyCalls(Ban ban) {
    assertThat(
            CLASSES.stream()
                .filter(ban.where()::holds)
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> ban.forbids(access.getTarget()))
                .map(JavaAccess::getDescription))
        .as("%s: %s; use instead: %s", ban.call(), ban.reason(), ban.instead())
        .isEmpty();
  }

  @ParameterizedTest
  @FieldSource("BANS")
  void everyBanNamesACallThatExists(Ban ban) {
    assertThat(
            JDK.stream()
                .filter(type -> type.getSimpleName().equals(ban.typeName()))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(ban::names))
        .isNotEmpty();
  }

  private static Ban ban(String call, String reason, String instead) {
    return new Ban(call, reason, instead, Place.ANYWHERE);
  }

  /// Whose calls are looked at.
  enum Place {
    ANYWHERE,
    TESTS,
    OUTSIDE_CLI;

    boolean holds(JavaClass type) {
      return switch (this) {
        case ANYWHERE -> true;
        case TESTS -> isTest(type);
        case OUTSIDE_CLI -> !isTest(type) && !type.getPackageName().equals("dev.rustmend.cli");
      };
    }

    private static boolean isTest(JavaClass type) {
      return type.getSource().orElseThrow().getUri().toString().contains("/test-classes/");
    }
  }

  /// `call` is written `Type.name`, for every overload, or `Type.name(Parameter,…)`, with simple
  /// names. The type stands for its subtypes as well.
  record Ban(String call, String reason, String instead, Place where) {

    Ban in(Place narrower) {
      return new Ban(call, reason, instead, narrower);
    }

    boolean forbids(AccessTarget target) {
      return target instanceof CodeUnitAccessTarget called
          && names(called)
          && types(called.getOwner()).anyMatch(type -> type.getSimpleName().equals(typeName()));
    }

    <T extends HasName & HasParameterTypes> boolean names(T called) {
      return (call.endsWith(")") ? signature(called) : called.getName()).equals(afterType());
    }

    @Override
    public String toString() {
      return call;
    }

    private String typeName() {
      return call.substring(0, call.indexOf('.'));
    }

    private String afterType() {
      return call.substring(call.indexOf('.') + 1);
    }

    private static <T extends HasName & HasParameterTypes> String signature(T called) {
      return called.getRawParameterTypes().stream()
          .map(JavaClass::getSimpleName)
          .collect(Collectors.joining(",", called.getName() + "(", ")"));
    }

    private static Stream<JavaClass> types(JavaClass owner) {
      return Stream.concat(
          Stream.of(owner),
          Stream.concat(
              owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream()));
    }
  }
}
