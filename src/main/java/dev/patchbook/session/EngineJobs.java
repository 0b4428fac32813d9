package dev.patchbook.session;

import dev.patchbook.base.CancelledException;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.ImagesSettings;
import dev.patchbook.config.ViewSettings;
import dev.patchbook.engine.CompareLook;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.Engine;
import dev.patchbook.engine.Job;
import dev.patchbook.engine.LookRequest;
import dev.patchbook.engine.MapLook;
import dev.patchbook.engine.ModelId;
import dev.patchbook.engine.Progress;
import dev.patchbook.engine.SampleRequest;
import dev.patchbook.engine.TrainEvent;
import dev.patchbook.engine.TrainRequest;
import dev.patchbook.engine.TrainingJob;
import dev.patchbook.session.CellOutput.AttentionOutput;
import dev.patchbook.session.CellOutput.CompareOutput;
import dev.patchbook.session.CellOutput.DataOutput;
import dev.patchbook.session.CellOutput.ImagesOutput;
import dev.patchbook.session.CellOutput.ModelOutput;
import dev.patchbook.session.CellOutput.PatchesOutput;
import dev.patchbook.session.CellOutput.SampleOutput;
import dev.patchbook.session.Effect.StartJob;
import dev.patchbook.session.SessionCommand.Cancelled;
import dev.patchbook.session.SessionCommand.Failed;
import dev.patchbook.session.SessionCommand.Finished;
import dev.patchbook.session.SessionCommand.Happening;
import dev.patchbook.session.SessionCommand.TokensHappened;
import dev.patchbook.session.SessionCommand.TrainFinished;
import dev.patchbook.session.SessionCommand.TrainHappened;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs a session has with its engine: performs effects, and turns what jobs report into commands. */
final class EngineJobs {
    private static final Logger LOG = LoggerFactory.getLogger(EngineJobs.class);

    private final Engine engine;
    private final Consumer<Happening> events;
    private final Map<RunId, Job<?>> jobs = new ConcurrentHashMap<>();

    /**
     * Creates the table of jobs.
     *
     * @param events takes what jobs report, from any thread
     */
    EngineJobs(Engine engine, Consumer<Happening> events) {
        this.engine = engine;
        this.events = events;
    }

    void perform(Effect effect, Places places, Set<Path> allowed) {
        if (effect instanceof StartJob start) {
            start(start, places, allowed);
        } else if (effect instanceof Effect.CancelJob cancel) {
            job(cancel.run()).ifPresent(Job::cancel);
        } else if (effect instanceof Effect.PauseJob pause) {
            training(pause.run()).ifPresent(TrainingJob::pause);
        } else if (effect instanceof Effect.ResumeJob resume) {
            training(resume.run()).ifPresent(TrainingJob::resume);
        } else if (effect instanceof Effect.StepJob step) {
            training(step.run()).ifPresent(TrainingJob::once);
        } else if (effect instanceof Effect.ExtendJob extend) {
            training(extend.run()).ifPresent(job -> job.more(extend.steps()));
        } else if (effect instanceof Effect.Release release) {
            engine.release(release.id());
        }
    }

    Optional<Progress> progress(RunId run) {
        return job(run).map(Job::progress);
    }

    /** Stops all jobs, and lets the engine forget what was shown. */
    void close(SessionState last) {
        jobs.values().forEach(Job::cancel);
        last.runs().values().stream()
                .flatMap(run -> Stream.of(run, run.back()))
                .flatMap(run -> run.output().flatMap(Held::any).stream())
                .distinct()
                .forEach(engine::release);
    }

    /** Lets the engine forget what came after the end. */
    void discard(SessionCommand late) {
        if (late instanceof Finished finished) {
            Held.any(finished.output()).ifPresent(engine::release);
        } else if (late instanceof TrainFinished finished) {
            engine.release(finished.summary().model());
        }
    }

    private Optional<Job<?>> job(RunId run) {
        return Optional.ofNullable(jobs.get(run));
    }

    private Optional<TrainingJob> training(RunId run) {
        return job(run).filter(TrainingJob.class::isInstance).map(TrainingJob.class::cast);
    }

    private void start(StartJob start, Places places, Set<Path> allowed) {
        RunId run = start.run();
        long began = System.nanoTime();
        try {
            Task task = start.task();
            if (task instanceof Task.Load load) {
                follow(run, began, engine.load(request(load, places, allowed)), DataOutput::new);
            } else if (task instanceof Task.Build build) {
                follow(run, began, engine.build(build.data(), build.settings()), ModelOutput::new);
            } else if (task instanceof Task.Open open) {
                follow(run, began, engine.open(open.folder(), open.data()), ModelOutput::new);
            } else if (task instanceof Task.Patches look) {
                follow(
                        run,
                        began,
                        engine.patches(look(look.model(), look.settings(), places, allowed)),
                        PatchesOutput::new);
            } else if (task instanceof Task.Attention look) {
                follow(
                        run,
                        began,
                        engine.attention(look(look.model(), look.settings(), places, allowed)),
                        AttentionOutput::new);
            } else if (task instanceof Task.Images map) {
                follow(run, began, engine.inside().images(map(map, places, allowed)), ImagesOutput::new);
            } else if (task instanceof Task.Compare compare) {
                compare(run, began, compare, look(compare, places, allowed));
            } else if (task instanceof Task.Sample sample) {
                sample(run, began, request(sample, places, allowed, false));
            } else if (task instanceof Task.Train train) {
                train(start, train, places, began);
            }
        } catch (RuntimeException e) {
            events.accept(ended(run, e, began));
        }
    }

    private static DataRequest request(Task.Load load, Places places, Set<Path> allowed) {
        boolean outside =
                places.allowOutside() || NamedFiles.allIn(allowed, NamedFiles.of(places.folder(), load.settings()));
        return new DataRequest(places.folder(), load.settings(), outside);
    }

    static SampleRequest request(Task.Sample task, Places places, Set<Path> allowed, boolean published) {
        boolean outside = outside(task.settings().image(), places, allowed);
        return new SampleRequest(task.model(), task.settings(), places.folder(), outside, published);
    }

    static LookRequest look(ModelId model, ViewSettings settings, Places places, Set<Path> allowed) {
        return new LookRequest(model, settings, places.folder(), outside(settings.image(), places, allowed));
    }

    private static MapLook map(Task.Images task, Places places, Set<Path> allowed) {
        ImagesSettings settings = task.settings();
        LookRequest look = look(task.model(), settings.view(), places, allowed);
        return new MapLook(look, settings.part(), settings.pictures(), settings.neighbours());
    }

    private void sample(RunId run, long began, SampleRequest request) {
        follow(
                run,
                began,
                engine.sample(request, token -> events.accept(new TokensHappened(run, List.of(token)))),
                caption -> new SampleOutput(caption.tokens(), Optional.of(caption)));
    }

    private void compare(RunId run, long began, Task.Compare task, CompareLook look) {
        follow(
                run,
                began,
                engine.inside().compare(look),
                pair -> new CompareOutput(
                        task.left().shows(pair.left()), task.right().shows(pair.right())));
    }

    private static CompareLook look(Task.Compare task, Places places, Set<Path> allowed) {
        return new CompareLook(
                side(task.left(), places, allowed), side(task.right(), places, allowed), places.folder());
    }

    private static CompareLook.Side side(Task.Compare.Side side, Places places, Set<Path> allowed) {
        return new CompareLook.Side(
                side.name(),
                side.model(),
                side.run() == 0
                        ? Optional.empty()
                        : Optional.of(
                                RunFolders.numbered(places.runs(), side.cell(), side.run(), side.name() + "-run")),
                side.step(),
                side.image(),
                outside(side.image(), places, allowed));
    }

    /** Whether the picture a cell names may lie outside of the notebook's folder. */
    private static boolean outside(String image, Places places, Set<Path> allowed) {
        return places.allowOutside() || NamedFiles.allIn(allowed, NamedFiles.ofImage(places.folder(), image));
    }

    private void train(StartJob start, Task.Train task, Places places, long began) {
        RunId run = start.run();
        Path folder = task.resume()
                .map(each -> RunFolders.resumed(places.runs(), each))
                .orElseGet(() -> RunFolders.next(places.runs(), start.cell()));
        TrainRequest request = new TrainRequest(
                task.model(),
                task.data(),
                task.settings(),
                folder,
                task.resume().isPresent(),
                task.written());
        Gate<TrainEvent> gate = new Gate<>(event -> events.accept(new TrainHappened(run, List.of(event))));
        TrainingJob job;
        try {
            Optional<TrainingJob> beside = task.beside().flatMap(this::training);
            job = beside.isPresent() ? engine.race(beside.get(), request, gate) : engine.train(request, gate);
        } catch (RuntimeException e) {
            RunFolders.removeEmpty(folder);
            throw e;
        }
        jobs.put(run, job);
        gate.open(() -> events.accept(new SessionCommand.TrainStarted(
                run, job.model(), folder, task.settings().steps())));
        Future<?> unused = job.result().whenComplete((summary, failure) -> {
            jobs.remove(run);
            if (failure != null) {
                RunFolders.removeEmpty(folder);
            }
            events.accept(failure == null ? new TrainFinished(run, summary, since(began)) : ended(run, failure, began));
        });
    }

    private <T> void follow(RunId run, long began, Job<T> job, Function<T, CellOutput> output) {
        jobs.put(run, job);
        Future<?> unused = job.result().whenComplete((result, failure) -> {
            jobs.remove(run);
            events.accept(
                    failure == null
                            ? new Finished(run, output.apply(result), since(began))
                            : ended(run, failure, began));
        });
    }

    private static Happening ended(RunId run, Throwable failure, long began) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancelledException || cause instanceof CancellationException) {
            return new Cancelled(run, since(began));
        }
        if (cause instanceof UserFacingException told) {
            LOG.info("{} {}", told.what(), told.remedy(), told);
            return new Failed(run, CellFailure.of(told), since(began));
        }
        return new Failed(run, CellFailure.of(cause), since(began));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
