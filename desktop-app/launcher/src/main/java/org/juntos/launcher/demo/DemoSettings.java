package org.juntos.launcher.demo;

import java.nio.file.Path;

/// @param command the `juntos` launcher, to start the relay with
/// @param folder fresh folder for everything that the demonstration makes
/// @param screenshots where the pictures go
/// @param json whether to end with one JSON line
public record DemoSettings(String command, Path folder, Path screenshots, boolean json) {}
