package org.juntos.engine.model;

/// What a text status is written on. The number of a status is taken modulo these.
public enum StatusBackground {
  INDIGO(0),
  TEAL(1),
  GREEN(2),
  AMBER(3),
  CORAL(4),
  ROSE(5),
  VIOLET(6),
  SLATE(7);

  private final int number;

  StatusBackground(int number) {
    this.number = number;
  }

  /// What a status says of its background.
  public int number() {
    return number;
  }

  /// The one that a number stands for.
  public static StatusBackground of(int number) {
    return values()[Math.floorMod(number, values().length)];
  }
}
