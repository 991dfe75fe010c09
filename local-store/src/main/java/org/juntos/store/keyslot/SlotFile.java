package org.juntos.store.keyslot;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;

/// What `keyslots.json` says; see the package for its format.
record SlotFile(UUID profile, List<SealedSlot> slots) {
  private static final int FORMAT = 1;

  SlotFile {
    slots = List.copyOf(slots);
    if (slots.isEmpty()) {
      throw new IllegalArgumentException("a profile without key slots could never be opened");
    }
  }

  String text() {
    var list = new JsonArray();
    slots.forEach(slot -> list.add(json(slot)));
    var body = new JsonObject();
    body.addProperty("format", FORMAT);
    body.addProperty("profile", profile.toString());
    body.add("slots", list);
    var file = new JsonObject();
    file.addProperty("sum", sum(body));
    file.add("body", body);
    return file.toString();
  }

  /// Null when it is not what was written.
  static @Nullable SlotFile parse(String text) {
    try {
      var file = JsonParser.parseString(text).getAsJsonObject();
      var body = file.getAsJsonObject("body");
      var whole = body != null && file.get("sum").getAsString().equals(sum(body));
      return whole && body.get("format").getAsInt() == FORMAT ? of(body) : null;
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException
        | NullPointerException
        | ClassCastException
        | DateTimeException _) {
      return null; // whichever way the parser says that this is not it
    }
  }

  private static SlotFile of(JsonObject body) {
    var slots = new ArrayList<SealedSlot>();
    for (var element : body.getAsJsonArray("slots")) {
      slots.add(slot(element.getAsJsonObject()));
    }
    return new SlotFile(UUID.fromString(body.get("profile").getAsString()), slots);
  }

  private static JsonElement json(SealedSlot sealed) {
    var json = new JsonObject();
    json.addProperty("id", sealed.slot().id().toString());
    json.addProperty("kind", sealed.slot().kind().name());
    json.addProperty("created", sealed.slot().created().toString());
    json.addProperty("salt", base64(sealed.salt()));
    json.addProperty("memoryKib", sealed.cost().memoryKib());
    json.addProperty("iterations", sealed.cost().iterations());
    json.addProperty("parallelism", sealed.cost().parallelism());
    json.addProperty("nonce", base64(sealed.nonce()));
    json.addProperty("wrapped", base64(sealed.wrapped()));
    return json;
  }

  private static SealedSlot slot(JsonObject json) {
    return new SealedSlot(
        new KeySlot(
            UUID.fromString(json.get("id").getAsString()),
            KeySlot.Kind.valueOf(json.get("kind").getAsString()),
            Instant.parse(json.get("created").getAsString())),
        bytes(json, "salt"),
        new SealedSlot.Cost(
            json.get("memoryKib").getAsInt(),
            json.get("iterations").getAsInt(),
            json.get("parallelism").getAsInt()),
        bytes(json, "nonce"),
        bytes(json, "wrapped"));
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  private static Bytes bytes(JsonObject json, String name) {
    return Bytes.of(Base64.getDecoder().decode(json.get(name).getAsString()));
  }

  private static String sum(JsonObject body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Bytes.of(digest.digest(body.toString().getBytes(StandardCharsets.UTF_8))).hex();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
