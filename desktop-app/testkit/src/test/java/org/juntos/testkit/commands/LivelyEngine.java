package org.juntos.testkit.commands;

import org.juntos.engine.Engine;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.Models;
import org.juntos.testkit.world.Person;
import org.juntos.testkit.world.World;

/// The engine of somebody in a world that goes on a moment with each intent, and stays open when a
/// command is over.
record LivelyEngine(Person person, World world) implements Engine {
  @Override
  public Outcome submit(Intent intent) throws InterruptedException {
    var outcome = person.submit(intent);
    world.soon();
    return outcome;
  }

  @Override
  public Models models() {
    return person.models();
  }

  @Override
  public void start() {}

  @Override
  public void close() {}
}
