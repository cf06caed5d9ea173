package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code featc eval} of a set that reads more than groups. */
final class EvalCommandTest {
  private static final String SPEC =
      """
      package shop
      source views {
        fields { user_id string  item string  ms int64?  at timestamp }
        time at
      }
      view long_views from views { where ms >= 10 }
      features people from long_views by user_id {
        n   = count() over 1h, ever
        sum = sum(ms) over 1h
        recent = last_n(2, { item, at }) over 1d as recent
        derive mean_last_1h = safe_div(sum_last_1h, n_last_1h)
      }
      snapshot items from table "shop.items" by item valid_from since {
        owner  string?
        colour string default "grey"
      }
      request ask { device string  page int64 default 1 }
      feature_set ranker for user_id, item {
        item_now = items(item).*
        own      = people(user_id).{ n_last_1h, mean_last_1h, n_ever }
        owner    = people(user_id: item_now.owner).n_last_1h
        recent   = people(user_id).recent enriched with items.colour
        device   = ask.device
        ask      = ask.{ page }
        derive is_far = ask.page > 1
        label  seen = any(ms >= 10) from views(user_id, item) within 30m default false
      }
      """;

  private static final String EVENTS =
      """
      user_id,item,ms,at
      u,a,10,2025-11-29T15:30:00Z
      u,b,30,2025-11-29T15:40:00Z
      u,b,3,2025-11-29T15:41:00Z
      o,b,50,2025-11-29T15:42:00Z
      u,a,20,2025-11-29T16:20:00Z
      u,a,99,2020-01-01T00:00:00Z
      """;

  private static final String ITEMS =
      """
      item,since,owner,colour
      a,1970-01-01T00:00:00Z,o,
      a,2025-11-29T16:00:01Z,,red
      b,2025-11-29T15:40:00Z,nobody,blue
      b,,x,x
      """;

  private static final String SPINE =
      """
      user_id,item,event_ts,device,page
      u,a,2025-11-29T16:00:00Z,tv,2
      u,c,2025-11-29T16:00:00Z,tv,
      """;

  @TempDir private Path folder;

  @Test
  void aSetOfSnapshotsRequestsAndLabels() throws IOException {
    CommandRun run = eval(SPINE, "items=" + write("items.csv", ITEMS));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("2 rows, 6 events: ");
    assertThat(run.err())
        .contains("dead letters, missing_field: 1, the first of shop.items at items.csv:4")
        .contains("`since`");
    assertThat(folder.resolve("out.csv"))
        .hasContent(
            """
            user_id,item,event_ts,device,page,item_now.owner,item_now.colour,own.n_last_1h,own.mean_last_1h,own.n_ever,owner,recent,ask.page,is_far,seen
            u,a,2025-11-29T16:00:00.000000Z,tv,2,o,grey,2,20.0,3,1,"[{""item"":""b"",""at"":""2025-11-29T15:40:00.000000Z"",""colour"":""blue""},{""item"":""a"",""at"":""2025-11-29T15:30:00.000000Z"",""colour"":""grey""}]",2,true,true
            u,c,2025-11-29T16:00:00.000000Z,tv,,,grey,2,20.0,3,,"[{""item"":""b"",""at"":""2025-11-29T15:40:00.000000Z"",""colour"":""blue""},{""item"":""a"",""at"":""2025-11-29T15:30:00.000000Z"",""colour"":""grey""}]",1,false,false
            """);
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    String items = "items=" + write("items.csv", ITEMS);
    assertThat(eval("user_id,item,event_ts\n", items).err())
        .contains("no column `device`, which a spine of `shop.ranker` needs");
    CommandRun none =
        CommandRun.of(
            "eval",
            spec(),
            "--spine",
            write("spine.csv", SPINE),
            "--features",
            "ranker",
            "--events",
            "views=" + write("views.csv", EVENTS),
            "-o",
            folder.resolve("out.csv"));
    assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err())
        .contains("needs rows of the snapshot [shop.items], but no file was given");
    assertThat(eval(SPINE, "items").err()).contains("--snapshot takes SNAPSHOT=FILE, not `items`");
    assertThat(eval(SPINE, "things=x.csv").err()).contains("unknown snapshot `things`");
  }

  private CommandRun eval(String spine, String snapshot) throws IOException {
    return CommandRun.of(
        "eval",
        spec(),
        "--events",
        "views=" + write("views.csv", EVENTS),
        "--snapshot",
        snapshot,
        "--spine",
        write("spine.csv", spine),
        "--features",
        "ranker",
        "-o",
        folder.resolve("out.csv"));
  }

  private Path spec() throws IOException {
    return write("shop.feat", SPEC);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
