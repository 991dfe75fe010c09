package org.juntos.engine.one;

public class Egg {
  org.juntos.engine.two.Hen layer;
}
