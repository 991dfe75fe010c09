package org.juntos.wire.discovery;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandleProxies;

/// The functions of libsodium that are called. Shapes are public because the JDK demands it of
/// interfaces that stand for a function.
record Sodium(
    Sodium.Unary fromHash, Sodium.Binary multiply, Sodium.Unary invert, Sodium.Reduction reduce) {
  private static final String LIBRARY = "sodium";

  /// `q = f(p)`; 0 when it went well.
  public interface Unary {
    int call(MemorySegment q, MemorySegment p);
  }

  /// `q = n * p`; 0 when it went well.
  public interface Binary {
    int call(MemorySegment q, MemorySegment n, MemorySegment p);
  }

  /// `r = s mod l`.
  public interface Reduction {
    void call(MemorySegment r, MemorySegment s);
  }

  /// Loads them from `java.library.path`.
  @SuppressWarnings("restricted") // native code is what this class is for
  static Sodium load() {
    System.loadLibrary(LIBRARY);
    var unary = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
    var binary = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    var reduction = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS);
    return new Sodium(
        function(Unary.class, "crypto_core_ristretto255_from_hash", unary),
        function(Binary.class, "crypto_scalarmult_ristretto255", binary),
        function(Unary.class, "crypto_core_ristretto255_scalar_invert", unary),
        function(Reduction.class, "crypto_core_ristretto255_scalar_reduce", reduction));
  }

  @SuppressWarnings("restricted")
  private static <T> T function(Class<T> shape, String name, FunctionDescriptor types) {
    var symbol = SymbolLookup.loaderLookup().findOrThrow(name);
    return MethodHandleProxies.asInterfaceInstance(
        shape, Linker.nativeLinker().downcallHandle(symbol, types));
  }
}
