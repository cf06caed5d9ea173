package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.plan.UnknownNameException;
import dev.arabica.core.time.Instants;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalIT {
  @Test
  void refusesWhatIsBeyondTheCommittedAndWaitsWhenTold() throws IOException {
    long last = World.committedWatermark();
    List<String> spine =
        List.of(
            World.line("u1", 1, Scenario.START),
            World.line("u1", 1, last + Views.HOUR),
            World.line("u1", 1, last + 2 * Views.HOUR));
    Path file = World.write("beyond.jsonl", spine);
    assertThatThrownBy(() -> World.train(file, Blocks.CORRECTED, true))
        .isInstanceOf(BeyondCommittedException.class)
        .hasMessageContaining("spine row 2")
        .hasMessageContaining("`test.item`")
        .hasMessageContaining("up to " + Instants.pretty(last));

    Path output = World.root.resolve("beyond.out");
    TrainOptions options = World.options(file, output, Blocks.CORRECTED, Format.JSONL, true);
    TrainOptions waiting =
        new TrainOptions(
            options.spine(),
            options.features(),
            output,
            options.blocks(),
            options.format(),
            Optional.of(Duration.ofMillis(700)),
            true,
            false,
            false);
    List<String> told = new ArrayList<>();
    assertThatThrownBy(() -> World.trainingSet().write(waiting, told::add))
        .isInstanceOf(BeyondCommittedException.class);
    assertThat(told).anyMatch(line -> line.startsWith("waiting: spine row 2"));
    assertThat(output).doesNotExist();
  }

  @Test
  void goesOnWhenWhatItWaitedForIsCommitted() throws Exception {
    long wanted = World.committedWatermark() + Views.HOUR;
    Path output = World.root.resolve("waited.out");
    TrainOptions options =
        new TrainOptions(
            World.write("waited.jsonl", List.of(World.line("u1", 1, wanted))),
            "rank",
            output,
            Blocks.CORRECTED,
            Format.JSONL,
            Optional.of(Duration.ofMinutes(1)),
            false,
            false,
            false);
    Thread stream = new Thread(() -> World.commitWatermark(wanted));
    TrainResult result =
        World.trainingSet()
            .write(
                options,
                line -> {
                  if (line.startsWith("waiting")) {
                    stream.start();
                  }
                });
    stream.join();
    assertThat(result.rows()).isEqualTo(1);
    assertThat(World.read(output)).hasSize(1);
  }

  @Test
  void refusesAnUnknownSetAndColumnsThatCollide() throws IOException {
    Path file = World.write("set.jsonl", List.of(World.line("u1", 1, Scenario.START)));
    assertThatThrownBy(
            () ->
                World.trainingSet()
                    .write(
                        new TrainOptions(
                            file,
                            "nothing",
                            World.root.resolve("set.out"),
                            Blocks.CORRECTED,
                            Format.JSONL,
                            Optional.empty(),
                            false,
                            false,
                            false),
                        line -> {}))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("test.rank");
    Path collides =
        World.write("collides.csv", List.of("user_id,item_id,friend_id,event_ts,_approximate"));
    assertThatThrownBy(() -> World.train(collides, Blocks.AS_SERVED, false))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("`_approximate`");
  }
}
