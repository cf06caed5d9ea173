package dev.arabica.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A spec as large as that of a company: packages of several files, sources with twenty fields,
 * views over them, and groups by several keys. The same for the same sizes.
 *
 * @param files how many files
 * @param featuresPerFile how many lines that declare a feature over one to three windows; each
 *     group has two more, and one that is derived from them
 */
record BigSpec(int files, int featuresPerFile) {
  private static final int FILES_PER_PACKAGE = 10;
  private static final int FEATURES_PER_GROUP = 10;

  /** Fields besides those that every source has. */
  private static final List<String> FIELDS =
      List.of(
          "author_id  string",
          "surface  string",
          "country  string?",
          "language  string?",
          "device  struct { model string  os_major int32? }?",
          "topics  list<string>?",
          "view_ms  int64?",
          "length_ms  int64?",
          "position  int32?",
          "price  float64?",
          "speed  float64?",
          "completed  bool?",
          "muted  bool?",
          "shared  bool?",
          "session_day  date?",
          "logged_at  timestamp(ms)?");

  private static final List<String> KEYS =
      List.of("item_id", "user_id", "user_id, author_id", "author_id, surface", "item_id, country");
  private static final List<String> WINDOWS = List.of("1h", "1h, 6h", "6h, 1d, 7d", "1d, 30d");

  String title() {
    return "%,d features in %d files".formatted(files * featuresPerFile, files);
  }

  /** Writes the files into a folder, which must exist. */
  void write(Path folder) throws IOException {
    for (int file = 0; file < files; file++) {
      Files.writeString(folder.resolve("file_%03d.feat".formatted(file)), text(file));
    }
  }

  /** The text of one file. The first of a package declares what the others read. */
  String text(int file) {
    int team = file / FILES_PER_PACKAGE;
    StringBuilder text = new StringBuilder("package company.team_" + team + "\n\n");
    boolean shared = team > 0 && file % FILES_PER_PACKAGE == 1;
    if (shared) {
      text.append("import company.team_")
          .append(team - 1)
          .append(".{ events as their_events }\n\n");
    }
    if (file % FILES_PER_PACKAGE == 0) {
      declareShared(text, team);
    }
    view(text, file);
    if (shared) {
      text.append(
          "view all_events from events and their_events {\n  where  user_id != \"\"\n}\n\n");
    }
    int groups = (featuresPerFile + FEATURES_PER_GROUP - 1) / FEATURES_PER_GROUP;
    for (int group = 0; group < groups; group++) {
      int features = Math.min(FEATURES_PER_GROUP, featuresPerFile - group * FEATURES_PER_GROUP);
      boolean fromAll = shared && group == 0;
      group(text, fromAll ? "all_events" : "views_" + file, file, group, features);
    }
    set(text, file, groups);
    return text.toString();
  }

  private static void declareShared(StringBuilder text, int team) {
    text.append("/// What the clients of a team log, one row for each playback.\n");
    text.append("source events {\n  kafka  \"team_")
        .append(team)
        .append("_events\" { format json }\n");
    text.append("  fields {\n    event_id  string\n    user_id  string\n    item_id  string\n");
    FIELDS.forEach(field -> text.append("    ").append(field).append('\n'));
    text.append("    at  timestamp  // when it ended\n  }\n");
    text.append("  time  at\n  watermark  5s behind\n  late  up to 10m\n");
    text.append("  dedup  event_id within 1h\n}\n\n");
    text.append("/// What a batch job knows of an item.\n");
    text.append("snapshot items from table \"team_").append(team).append(".items\" by item_id");
    text.append(" valid_from computed_at {\n  popularity  float64?\n");
    text.append("  author_id  string\n  category  string  default \"none\"\n}\n\n");
    text.append("request feed {\n  country  string  default \"??\"\n  asked_at  timestamp\n}\n\n");
  }

  private static void view(StringBuilder text, int file) {
    text.append("/// The slice that file ").append(file).append(" is about.\n");
    text.append("view views_").append(file).append(" from events {\n");
    text.append("  where  surface in [\"feed\", \"search\", \"surface_").append(file);
    text.append("\"] and view_ms is not null\n");
    text.append("  let  long_view  = view_ms >= ").append(1_000 + file).append('\n');
    text.append("  let  seconds    = view_ms / 1_000.0\n");
    text.append("  let  evening    = hour_of_day(at) >= 18 or hour_of_day(at) < 2\n");
    text.append("  let  share      = if(length_ms > 0, view_ms / length_ms, 0.0)\n");
    text.append("  let  place      = lower(country ?? \"unknown\")\n}\n\n");
  }

  private static void group(StringBuilder text, String from, int file, int group, int features) {
    text.append("/// Group ").append(group).append(" of this file.\n");
    text.append("features group_").append(file).append('_').append(group).append(" from ");
    text.append(from).append(" by ").append(KEYS.get(group % KEYS.size())).append(" {\n");
    text.append("  where  country is not null\n");
    boolean plain = from.equals("all_events");
    for (int i = 0; i < features; i++) {
      int n = file * 1_000 + group * 100 + i;
      text.append("  feature_").append(i).append(" = ").append(plain ? plain(n) : aggregate(n));
      text.append(" over ").append(WINDOWS.get(n % WINDOWS.size()));
      text.append(i % 7 == 3 ? "  // see the wiki\n" : "\n");
    }
    text.append("  volume = count() over 1d\n  loud = count() where not muted over 1d default 0\n");
    text.append("  derive loudness = safe_div(loud_last_1d, volume_last_1d)\n}\n\n");
  }

  /** Over a source, without what a view adds. */
  private static String plain(int n) {
    return n % 2 == 0 ? "sum(view_ms + " + n % 997 + ")" : "count() where position < " + n % 97;
  }

  private static String aggregate(int n) {
    return switch (n % 10) {
      case 0 -> "count() where evening and position < " + n % 97;
      case 1 -> "avg(seconds * " + n % 31 + ".5) where long_view and not muted";
      case 2 -> "approx_distinct(concat(place, \":\", to_string(position)))";
      case 3 -> "max(price ?? 0.0) where device.os_major > " + n % 17;
      case 4 -> "sum(view_ms - " + n % 997 + ")";
      case 5 -> "last_n(" + (5 + n % 20) + ", { item_id, view_ms, when: at })";
      case 6 -> "stddev(share) where completed";
      case 7 -> "min(speed) where speed > 0." + n % 9 + " and language == \"en\"";
      case 8 -> "count() where long_view and (shared or share > 0." + n % 9 + ")";
      default -> "sum(length(topics) * " + (1 + n % 5) + ")";
    };
  }

  private static void set(StringBuilder text, int file, int groups) {
    text.append("/// What the model of file ").append(file).append(" reads.\n");
    text.append("feature_set set_").append(file).append(" for user_id, item_id, surface {\n");
    text.append("  content = items(item_id).*\n  request = feed.*\n");
    for (int group = 0; group < groups; group++) {
      String keys = KEYS.get(group % KEYS.size());
      keys = keys.replace("author_id", "author_id: content.author_id");
      keys = keys.replace("country", "country: request.country");
      text.append("  part_").append(group).append(" = group_").append(file).append('_');
      text.append(group).append('(').append(keys).append(").*\n");
    }
    text.append("  derive is_evening = hour_of_day(request.asked_at) >= 18\n");
    text.append(
        "  derive mood = case when part_0.loudness > 0.5 then \"loud\" else \"calm\" end\n}\n");
  }
}
