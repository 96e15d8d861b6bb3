package dev.fairlead.sandbox.world;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Starts a whole world and waits to be killed. */
final class LauncherMain {

    static final String READY = "ready ";

    private LauncherMain() {}

    static void main() throws InterruptedException {
        World world = World.plan()
                .kafka()
                .postgres()
                .prometheus(Duration.ofSeconds(1))
                .progress(System.out::println)
                .start();
        System.out.println(READY + world.folder());
        new CountDownLatch(1).await();
    }
}
