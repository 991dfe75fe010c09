package org.juntos.testkit.process;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Who writes what to whom in a crowd: people in a ring, each of whom knows their two neighbours
/// and is in two groups or more. All of it follows from a few numbers, so that somebody who was
/// killed knows how to go on, and everybody knows what should be there in the end.
///
/// @param messages of all together
public record Talk(long seed, int people, int groups, int messages) {
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  /// As [#text()] wrote it.
  public static Talk parse(String text) {
    var fields = text.split("/", -1);
    return new Talk(
        Long.parseLong(fields[0]),
        Integer.parseInt(fields[1]),
        Integer.parseInt(fields[2]),
        Integer.parseInt(fields[3]));
  }

  /// For [#parse].
  public String text() {
    return seed + "/" + people + "/" + groups + "/" + messages;
  }

  /// What somebody goes by.
  public static String name(int person) {
    return "p" + person;
  }

  /// What a group is called.
  public static String group(int group) {
    return "g" + group;
  }

  /// Who is in a group; the first has made it.
  public List<Integer> members(int group) {
    int size = Math.min(people, Math.ceilDiv(2 * people, groups));
    var members = new ArrayList<Integer>();
    for (int i = 0; i < size; i++) {
      members.add((group * people / groups + i) % people);
    }
    return members;
  }

  /// The conversations of somebody: names of groups, and of their neighbours.
  public List<String> conversations(int person) {
    var names = new TreeSet<String>();
    for (int group = 0; group < groups; group++) {
      if (members(group).contains(person)) {
        names.add(group(group));
      }
    }
    names.add(name((person + 1) % people));
    names.add(name((person + people - 1) % people));
    return List.copyOf(names);
  }

  /// How many messages somebody writes.
  public int count(int person) {
    return messages / people + (person < messages % people ? 1 : 0);
  }

  /// Into which conversation somebody's message of this number goes.
  public String conversation(int person, int number) {
    var all = conversations(person);
    var random = new SplittableRandom(seed + STRIDE * (person * 1_000_003L + number));
    return all.get(random.nextInt(all.size()));
  }

  /// What it says.
  public static String message(int person, int number) {
    return person + ":" + number;
  }

  /// All that `reader` should see of `author` in a conversation, in its order.
  public List<String> expected(int reader, String conversation, int author) {
    var there = conversation.startsWith("g") || author == reader ? conversation : name(reader);
    var expected = new ArrayList<String>();
    for (int number = 0; number < count(author); number++) {
      if (conversation(author, number).equals(there)) {
        expected.add(message(author, number));
      }
    }
    return expected;
  }

  /// Who writes into a conversation that somebody reads.
  public List<Integer> authors(int reader, String conversation) {
    int number = Integer.parseInt(conversation.substring(1));
    return conversation.startsWith("g") ? members(number) : List.of(reader, number);
  }
}
