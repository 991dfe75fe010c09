package org.juntos.media.ffmpeg;

/// The two executables.
enum Tool {
  FFMPEG("ffmpeg"),
  FFPROBE("ffprobe");

  private final String program;

  Tool(String program) {
    this.program = program;
  }

  String program() {
    return program;
  }
}
