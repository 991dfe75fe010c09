package org.juntos.media.record;

import java.io.IOException;
import java.util.List;

/// Where the sound of a recording comes from.
public interface Microphone {
  /// Stands for the input that the system has chosen.
  String SYSTEM = "";

  /// The inputs of this machine besides [#SYSTEM]. Asks the system, so it may block.
  List<Input> inputs();

  /// Opens an input; whoever gets a capture closes it. May block.
  ///
  /// @param id of an [Input], or [#SYSTEM]
  Opening open(String id);

  /// @param id the same as long as the device is plugged in, and after a restart
  /// @param name as the system calls it
  record Input(String id, String name) {}

  /// What became of opening one.
  sealed interface Opening {
    /// It gives samples from now on.
    record Open(Capture capture) implements Opening {}

    /// It gives none.
    record Refused(Refusal why) implements Opening {}
  }

  /// Why there is no sound.
  enum Refusal {
    /// This machine has no input at all.
    NONE,
    /// The chosen one is not there (any more).
    GONE,
    /// Another program has it.
    BUSY,
    /// The system does not let this program listen.
    DENIED
  }

  /// An open input: samples of 16 bit, little endian, channels side by side. One thread reads; any
  /// thread may close, which ends the read.
  interface Capture extends AutoCloseable {
    /// Samples a second of each channel.
    int sampleRate();

    /// 1 or 2.
    int channels();

    /// Blocks until `block` is full or the sound ends.
    ///
    /// @return bytes read, a whole number of samples; fewer than asked for only at the end, when it
    ///   was closed or unplugged
    /// @throws IOException when the device fails
    int read(byte[] block) throws IOException;

    @Override
    void close();
  }
}
