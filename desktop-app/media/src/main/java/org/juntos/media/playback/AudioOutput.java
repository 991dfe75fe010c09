package org.juntos.media.playback;

/// Where decoded sound goes.
public interface AudioOutput {
  /// Opens a stopped line for 16 bit little endian samples in two channels.
  Line open(int sampleRate);

  /// Takes samples at the pace at which they are heard. One thread writes; any thread may do the
  /// rest.
  interface Line extends AutoCloseable {
    /// Takes samples; blocks while too much is waiting. Returns at once after `close`.
    ///
    /// @return bytes taken, fewer than `length` when stopped or closed meanwhile
    int write(byte[] samples, int offset, int length) throws InterruptedException;

    /// Waits until all that was written has been heard. Returns at once after `close`.
    void drain() throws InterruptedException;

    /// Lets it be heard.
    void start();

    /// Holds it where it is.
    void stop();

    /// Samples (of each channel) heard so far.
    long position();

    @Override
    void close();
  }
}
