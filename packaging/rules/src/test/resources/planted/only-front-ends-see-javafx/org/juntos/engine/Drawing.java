package org.juntos.engine;

class Drawing {
  javafx.scene.Node node;
}
