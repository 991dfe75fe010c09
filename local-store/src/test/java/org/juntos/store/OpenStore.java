package org.juntos.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test on a real store in a temporary folder.
public abstract class OpenStore {
  @TempDir protected Path temp;
  protected final List<List<Change>> commits = new ArrayList<>();
  protected Fixture fixture;
  protected Profile profile;

  @BeforeEach
  void create_a_profile() throws IOException {
    fixture = new Fixture(temp.resolve("profile"));
    profile = fixture.create();
    profile.store().onCommit(commits::add);
  }

  @AfterEach
  void close_it() {
    profile.close();
  }

  protected void reopen() throws IOException {
    profile.close();
    profile = fixture.open();
    profile.store().onCommit(commits::add);
  }

  protected void write(Consumer<Transaction> work) {
    profile
        .store()
        .write(txn -> {
          work.accept(txn);
          return true;
        });
  }

  protected <T extends @Nullable Object> T writing(Function<Transaction, T> work) {
    return profile.store().write(work);
  }

  protected <T extends @Nullable Object> T reading(Function<Transaction, T> work) {
    return profile.store().read(work);
  }

  protected static <T> T there(@Nullable T value) {
    if (value == null) {
      throw new AssertionError("not there");
    }
    return value;
  }

  protected void openConversation() {
    write(txn -> txn.history().open(Fixture.WITH_BOB, Fixture.BOB, Fixture.START));
    commits.clear();
  }
}
