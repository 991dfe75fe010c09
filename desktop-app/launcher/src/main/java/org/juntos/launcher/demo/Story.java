package org.juntos.launcher.demo;

/// A part of what happens, with all that it is told with.
abstract class Story {
  final Cast cast;
  final Talk talk;
  final Feats feats;
  final DemoFiles files;
  final DemoVoice voice;
  final Pause pause;

  Story(Scene scene) {
    cast = scene.cast;
    talk = scene.talk;
    feats = scene.feats;
    files = scene.files;
    voice = scene.voice;
    pause = scene.pause;
  }

  /// What all stories of one demonstration share.
  ///
  /// @param talk what is said, by whom and to whom
  /// @param feats counts what was shown
  /// @param voice tells and shows it
  record Scene(Cast cast, Talk talk, Feats feats, DemoFiles files, DemoVoice voice, Pause pause) {}
}
