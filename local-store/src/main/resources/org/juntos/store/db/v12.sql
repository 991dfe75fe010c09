-- The index of what is written: windows of rows (row >> 24) that are indexed as they are. Each change of an entry takes its
-- window out, in the same transaction, and whoever looks reads the entries themselves until it is indexed again: nothing
-- that writes, changes or deletes entries has to know of this.
-- rules: those that texts were folded by; 0 while the window is being indexed. places: of its entries, in the order of rows.
-- Texts that are younger than the newest whole window are never in it.
CREATE TABLE search_window (
  id INTEGER PRIMARY KEY,
  rules INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  earliest_ms INTEGER NOT NULL,
  latest_ms INTEGER NOT NULL,
  places BLOB NOT NULL
) STRICT;

-- Which entries of a window lie in which of 4096 buckets. id: window << 12 | bucket.
CREATE TABLE search_bucket (
  id INTEGER PRIMARY KEY,
  members BLOB NOT NULL
) STRICT;

CREATE TRIGGER search_window_gone AFTER DELETE ON search_window BEGIN
  DELETE FROM search_bucket WHERE id >= OLD.id << 12 AND id < (OLD.id + 1) << 12;
END;

CREATE TRIGGER search_entry_added AFTER INSERT ON entry WHEN NEW.kind = 'MESSAGE' BEGIN
  DELETE FROM search_window WHERE id = (NEW.place & 0xffffffffff) >> 24;
END;

CREATE TRIGGER search_entry_changed AFTER UPDATE OF place, author, kind, sent_at_ms, body ON entry
  WHEN OLD.kind = 'MESSAGE' OR NEW.kind = 'MESSAGE' BEGIN
  DELETE FROM search_window WHERE id IN ((OLD.place & 0xffffffffff) >> 24, (NEW.place & 0xffffffffff) >> 24);
END;

CREATE TRIGGER search_entry_deleted AFTER DELETE ON entry WHEN OLD.kind = 'MESSAGE' BEGIN
  DELETE FROM search_window WHERE id = (OLD.place & 0xffffffffff) >> 24;
END;

CREATE TRIGGER search_attachment_added AFTER INSERT ON attachment BEGIN
  DELETE FROM search_window WHERE id = (NEW.place & 0xffffffffff) >> 24;
END;

CREATE TRIGGER search_attachment_changed AFTER UPDATE OF place, file_name, kind ON attachment BEGIN
  DELETE FROM search_window WHERE id IN ((OLD.place & 0xffffffffff) >> 24, (NEW.place & 0xffffffffff) >> 24);
END;

CREATE TRIGGER search_attachment_deleted AFTER DELETE ON attachment BEGIN
  DELETE FROM search_window WHERE id = (OLD.place & 0xffffffffff) >> 24;
END;
