package org.juntos.engine.three;

public class Yard {
  org.juntos.engine.one.Egg found;
}
