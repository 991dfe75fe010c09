package org.juntos.ui.platform;

/// Where the window was and how large, in screen pixels.
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}
