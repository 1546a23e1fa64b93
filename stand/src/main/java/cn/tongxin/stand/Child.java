package cn.tongxin.stand;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program the stand runs: its output goes to a log, its process id to a file, so that a killed stand leaves no orphan. */
public final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name;
    private final Process process;
    private final Path pidFile;
    private final Path log;

    private Child(String name, Process process, Path pidFile, Path log) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
        this.log = log;
    }

    static Child start(Path folder, String name, List<String> command, Map<String, String> environment)
            throws IOException {
        var log = Files.createDirectories(folder.resolve("logs")).resolve(name + ".log");
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var process = builder.start();
        var pidFile = folder.resolve(name + ".pid");
        Files.writeString(pidFile, process.pid() + " " + startOf(process.toHandle()));
        return new Child(name, process, pidFile, log);
    }

    /** Stops what an earlier stand started and could not stop; a process number used anew by somebody else is left alone. */
    public static void stopLeftover(Path folder, String name) throws IOException {
        var pidFile = folder.resolve(name + ".pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var words = Files.readString(pidFile).strip().split(" ");
        ProcessHandle.of(Long.parseLong(words[0]))
                .filter(it -> startOf(it).equals(words[1]))
                .ifPresent(Child::stop);
        Files.delete(pidFile);
    }

    /** Waits until the address answers 200; fails at once when the program ends before. */
    void awaitAnswer(URI address) throws InterruptedException {
        var http = HttpClient.newHttpClient();
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                throw new StandException(
                        "The program " + name + " ended with " + process.exitValue() + "; see " + log + ".");
            }
            try {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            Thread.sleep(20);
        }
        throw new StandException("The program " + name + " does not answer at " + address + "; see " + log + ".");
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    /** Ends the program at once, as a power cut would. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Asks the program to end, and gives it time for what it does last. */
    void finish(Duration patience) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(patience)) {
            throw new StandException("The program " + name + " does not end; see " + log + ".");
        }
    }

    @Override
    public void close() {
        stop(process.toHandle());
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            // the next start sees that the process is gone
        }
    }

    private static void stop(ProcessHandle handle) {
        var all = Stream.concat(handle.descendants(), Stream.of(handle)).toList();
        all.forEach(ProcessHandle::destroy);
        for (var each : all) {
            try {
                each.onExit().get(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                each.destroyForcibly();
            }
        }
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(it -> Long.toString(it.toEpochMilli()))
                .orElse("unknown");
    }
}
