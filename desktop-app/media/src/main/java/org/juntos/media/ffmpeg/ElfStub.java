package org.juntos.media.ffmpeg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a 64-bit ELF shared library whose functions take anything and return zero (System V ABI,
/// "gABI" 4.1). It stands in for a library that a program is linked to but must not use.
///
/// One read-execute segment holds tables and code, one writable segment the dynamic section,
/// because older loaders relocate the latter in place.
final class ElfStub {
  private static final int HEADER_BYTES = 64;
  private static final int SEGMENT_BYTES = 56;
  private static final int SYMBOL_BYTES = 24;
  private static final int VERSION_BYTES = 28;
  private static final int SEGMENTS = 4;

  /// Largest page of any supported machine.
  private static final int PAGE = 0x10000;

  private final Machine machine;
  private final String library;
  private final String version;
  private final List<String> functions;
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private int stringBytes = 1;

  /// @param library its SONAME
  /// @param version symbol version of all functions
  ElfStub(Machine machine, String library, String version, List<String> functions) {
    this.machine = machine;
    this.library = library;
    this.version = version;
    this.functions = List.copyOf(functions);
    functions.forEach(this::intern);
    intern(library);
    intern(version);
  }

  /// What differs between processors: the machine number and the code of `return 0`.
  enum Machine {
    X86_64(62, 0xC3C031L), // xor eax, eax; ret
    AARCH64(183, 0xD65F03C0_D2800000L); // mov x0, #0; ret

    private final int number;
    private final long returnZero;

    Machine(int number, long returnZero) {
      this.number = number;
      this.returnZero = returnZero;
    }
  }

  byte[] bytes() {
    var layout = new Layout(functions.size() + 1, stringBytes);
    var file = ByteBuffer.allocate(layout.end).order(ByteOrder.LITTLE_ENDIAN);
    header(file);
    segments(file, layout);
    hash(file.position(layout.hash));
    symbols(file.position(layout.symbols), layout.code);
    versionOfSymbols(file.position(layout.versionOfSymbols));
    versions(file.position(layout.versions));
    names(file, layout.names);
    file.position(layout.code).putLong(machine.returnZero);
    dynamic(file.position(layout.dynamic), layout);
    return file.array();
  }

  /// File offsets of the tables; addresses are the same but for the dynamic section, one page up.
  private static final class Layout {
    final int hash = HEADER_BYTES + SEGMENTS * SEGMENT_BYTES;
    final int symbols;
    final int versionOfSymbols;
    final int versions;
    final int names;
    final int code;
    final int dynamic;
    final int end;

    Layout(int symbolCount, int stringBytes) {
      symbols = align(hash + 4 * (3 + symbolCount));
      versionOfSymbols = align(symbols + SYMBOL_BYTES * symbolCount);
      versions = align(versionOfSymbols + 2 * symbolCount);
      names = align(versions + 2 * VERSION_BYTES);
      code = align(names + stringBytes);
      dynamic = code + 16;
      end = dynamic + 10 * 16;
    }

    private static int align(int offset) {
      return (offset + 15) & ~15;
    }
  }

  private void header(ByteBuffer out) {
    out.putInt(0x464C457F).put((byte) 2).put((byte) 1).put((byte) 1).position(16);
    out.putShort((short) 3).putShort((short) machine.number).putInt(1);
    out.putLong(0).putLong(HEADER_BYTES).putLong(0).putInt(0);
    out.putShort((short) HEADER_BYTES).putShort((short) SEGMENT_BYTES).putShort((short) SEGMENTS);
    out.putShort((short) 64).putShort((short) 0).putShort((short) 0);
  }

  private static void segments(ByteBuffer out, Layout layout) {
    var dynamicBytes = layout.end - layout.dynamic;
    segment(out, 1, 5, 0, 0, layout.dynamic, PAGE);
    segment(out, 1, 6, layout.dynamic, layout.dynamic + PAGE, dynamicBytes, PAGE);
    segment(out, 2, 6, layout.dynamic, layout.dynamic + PAGE, dynamicBytes, 8);
    segment(out, 0x6474e551, 6, 0, 0, 0, 16);
  }

  private static void segment(
      ByteBuffer out, int type, int flags, int offset, int address, int size, int align) {
    out.putInt(type).putInt(flags).putLong(offset).putLong(address).putLong(address);
    out.putLong(size).putLong(size).putLong(align);
  }

  /// One bucket that chains all symbols.
  private void hash(ByteBuffer out) {
    var count = functions.size() + 1;
    out.putInt(1).putInt(count).putInt(1).putInt(0);
    for (var symbol = 1; symbol < count; symbol++) {
      out.putInt(symbol + 1 < count ? symbol + 1 : 0);
    }
  }

  private void symbols(ByteBuffer out, int code) {
    out.position(out.position() + SYMBOL_BYTES);
    for (var function : functions) {
      out.putInt(intern(function)).put((byte) 0x12).put((byte) 0).putShort((short) 1);
      out.putLong(code).putLong(8);
    }
  }

  private void versionOfSymbols(ByteBuffer out) {
    out.putShort((short) 0);
    functions.forEach(_ -> out.putShort((short) 2));
  }

  private void versions(ByteBuffer out) {
    version(out, 1, 1, library, VERSION_BYTES);
    version(out, 0, 2, version, 0);
  }

  private void version(ByteBuffer out, int flags, int index, String name, int next) {
    out.putShort((short) 1).putShort((short) flags).putShort((short) index).putShort((short) 1);
    out.putInt(hash(name)).putInt(20).putInt(next).putInt(intern(name)).putInt(0);
  }

  private void names(ByteBuffer out, int start) {
    strings.forEach((text, offset) ->
        out.position(start + offset).put(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private void dynamic(ByteBuffer out, Layout layout) {
    out.putLong(14).putLong(intern(library));
    out.putLong(4).putLong(layout.hash);
    out.putLong(5).putLong(layout.names);
    out.putLong(6).putLong(layout.symbols);
    out.putLong(10).putLong(stringBytes);
    out.putLong(11).putLong(SYMBOL_BYTES);
    out.putLong(0x6ffffff0L).putLong(layout.versionOfSymbols);
    out.putLong(0x6ffffffcL).putLong(layout.versions);
    out.putLong(0x6ffffffdL).putLong(2);
  }

  /// Offset of `text` in the string table, which starts with the empty string.
  private int intern(String text) {
    var known = strings.get(text);
    if (known != null) {
      return known;
    }
    var offset = stringBytes;
    strings.put(text, offset);
    stringBytes += text.length() + 1;
    return offset;
  }

  /// The gABI's symbol hash.
  private static int hash(String name) {
    var hash = 0;
    for (var i = 0; i < name.length(); i++) {
      hash = (hash << 4) + name.charAt(i);
      var high = hash & 0xf0000000;
      hash = (hash ^ (high >>> 24)) & ~high;
    }
    return hash;
  }
}
