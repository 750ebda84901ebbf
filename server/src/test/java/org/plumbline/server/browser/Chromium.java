package org.plumbline.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// The system's Chromium, one for the whole run, before the server that all tests share.
///
/// A test class says `@PlumblineTest @ExtendWith(Chromium.class)` and takes a `Chromium.Running` as a parameter.
/// Where the machine has no Chromium the tests are skipped, and say so. `plumbline.chromium` names
/// one that stands elsewhere.
public final class Chromium implements BeforeAllCallback, ParameterResolver {

    private static final Namespace SHARED = Namespace.create(Chromium.class);
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /// What is shared.
    public static final class Running implements AutoCloseable {
        private final String home;
        private final Playwright playwright;
        private final Browser browser;
        private final Map<Boolean, Opened> shared = new HashMap<>();

        private Running(String home, Path executable) {
            this.home = home;
            playwright =
                    Playwright.create(
                            new CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser =
                    playwright
                            .chromium()
                            .launch(
                                    new LaunchOptions()
                                            .setExecutablePath(executable)
                                            .setArgs(List.of("--no-sandbox")));
        }

        /// The address of the server, without a slash at its end.
        public String home() {
            return home;
        }

        /// An empty page in a profile of its own.
        public Opened open(boolean script) {
            return new Opened(
                    home,
                    browser.newContext(
                            new NewContextOptions()
                                    .setJavaScriptEnabled(script)
                                    .setLocale("en-GB")));
        }

        /// A page that is handed from place to place, one with script and one without: a profile, a page and
        /// the compiling of axe-core cost more than most of what is asked of a place.
        Opened shared(boolean script) {
            return shared.computeIfAbsent(script, this::open).again();
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Assumptions.assumeTrue(
                executable().isPresent(),
                "no Chromium on this machine: nothing was looked at in a browser");
    }

    /// The Chromium of this machine, if it has one.
    static Optional<Path> executable() {
        List<Path> tried = new ArrayList<>();
        Optional.ofNullable(System.getProperty("plumbline.chromium"))
                .map(Path::of)
                .ifPresent(tried::add);
        Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .forEach(folder -> NAMES.forEach(name -> tried.add(Path.of(folder, name))));
        return tried.stream().filter(Files::isExecutable).findFirst();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(
                        Running.class,
                        _ -> new Running(home(context), executable().orElseThrow()),
                        Running.class);
    }

    private static String home(ExtensionContext context) {
        return "http://127.0.0.1:"
                + SpringExtension.getApplicationContext(context)
                        .getEnvironment()
                        .getRequiredProperty("local.server.port");
    }
}
