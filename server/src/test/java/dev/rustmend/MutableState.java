package dev.rustmend;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;

/// Tells classes that change from those that do not, by their class files: a class is mutable when
/// one of its fields can be assigned again, when a field is of a type made to be changed, or when a
/// new object starts with a collection of its own to fill.
final class MutableState {
  private static final Set<Class<?>> MADE_TO_CHANGE =
      Set.of(ExecutorService.class, Semaphore.class, Lock.class, Thread.class, StringBuilder.class);
  private static final Set<Class<?>> COLLECTIONS = Set.of(Collection.class, Map.class);

  private MutableState() {}

  static boolean isMutable(JavaClass type) {
    return !type.isInterface()
        && (type.getFields().stream().anyMatch(MutableState::canChange)
            || (!type.isRecord() && startsWithItsOwnCollection(type)));
  }

  private static boolean canChange(JavaField field) {
    if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
      return false;
    }
    JavaClass type = field.getRawType();
    return !field.getModifiers().contains(JavaModifier.FINAL)
        || type.getPackageName().equals("java.util.concurrent.atomic")
        || type.getName().startsWith("java.util.concurrent.Concurrent")
        || MADE_TO_CHANGE.stream().anyMatch(type::isAssignableTo);
  }

  private static boolean startsWithItsOwnCollection(JavaClass type) {
    return type.getConstructors().stream()
        .flatMap(constructor -> constructor.getConstructorCallsFromSelf().stream())
        .map(JavaConstructorCall::getTargetOwner)
        .anyMatch(made -> COLLECTIONS.stream().anyMatch(made::isAssignableTo));
  }
}
