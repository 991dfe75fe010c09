package org.juntos.engine.two;

public class Hen {
  org.juntos.engine.three.Yard home;
}
