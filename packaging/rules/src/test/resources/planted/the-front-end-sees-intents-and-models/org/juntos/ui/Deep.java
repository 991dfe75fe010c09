package org.juntos.ui;

class Deep {
  org.juntos.engine.Engine engine;
}
