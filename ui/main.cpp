// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/app_info.h"
#include "app/base/deliver.h"
#include "app/base/process_hygiene.h"
#include "app/tokens/token_broker.h"
#include "ui/composition.h"
#include "ui/main_window.h"
#include "ui/sandbox_profile.h"
#include "ui/session.h"
#include "ui/start_failure.h"
#include "ui/tour/tour.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

constexpr int wrongUse = 2;

struct Arguments
{
    bool sandbox = false;
    QString tourFolder;
};

void say(FILE *stream, const QString &text)
{
    std::fputs(qPrintable(text), stream);
    std::fputc('\n', stream);
}

/// The arguments, or the exit code of a program that ends here.
tl::expected<Arguments, int> readArguments(const QStringList &given)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("acx", "From apikey.json to a bearer token and every API Connect endpoint."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, QCoreApplication::translate("acx", "Show this help."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, QCoreApplication::translate("acx", "Show the version."));
    const QCommandLineOption sandbox(
        u"sandbox"_s, QCoreApplication::translate("acx", "Begin with a profile of the embedded sandbox."));
    const QCommandLineOption tour(
        u"tour"_s,
        QCoreApplication::translate("acx", "Walk through the window on the sandbox and save a picture of each step."),
        u"folder"_s);
    parser.addOptions({help, version, sandbox, tour});
    const bool understood = parser.parse(given);
    if (understood && parser.isSet(help)) {
        // Qt does not know the program's name before there is an application.
        say(stdout, parser.helpText().replace(u"<executable_name>"_s, u"apiconnect-explorer"_s));
        return tl::unexpected(EXIT_SUCCESS);
    }
    if (understood && parser.isSet(version)) {
        say(stdout, u"apiconnect-explorer "_s + QLatin1StringView(acx::applicationVersion));
        return tl::unexpected(EXIT_SUCCESS);
    }
    if (!understood || !parser.positionalArguments().isEmpty() ||
        (parser.isSet(tour) && parser.value(tour).isEmpty())) {
        say(stderr, understood ? QCoreApplication::translate("acx", "The arguments are not understood; see --help.")
                               : parser.errorText());
        return tl::unexpected(wrongUse);
    }
    return Arguments{parser.isSet(sandbox), parser.value(tour)};
}

/// Options such as -platform are Qt's: it takes them away when the application is made.
bool hasQtOptions(const QStringList &given)
{
    return std::any_of(given.begin() + 1, given.end(), [](const QString &argument) {
        return argument.size() > 2 && argument.startsWith(u'-') && argument.at(1) != u'-';
    });
}

void beginOnSandbox(const acx::AppServices &services, acx::MainWindow &window)
{
    acx::deliver(acx::startSandboxProfile(services.sandbox, services.profiles), &window,
                 [&services, &window](const acx::Result<acx::Profile> &profile) {
                     if (!profile) {
                         window.showMessage(acx::Message::fromError(profile.error()));
                         return;
                     }
                     services.session.select(profile->id);
                     window.beginAt(acx::Place::Tokens);
                 });
}

int runWindow(QApplication &application, bool onSandbox)
{
    acx::Result<std::unique_ptr<acx::Composition>> composition = acx::Composition::make(application, {});
    if (!composition) {
        say(stderr, composition.error().message());
        const std::unique_ptr<QWidget> failure = acx::makeStartFailure(composition.error());
        failure->show();
        QApplication::exec();
        return EXIT_FAILURE;
    }
    const acx::AppServices services = (*composition)->services();
    using Start = acx::MainWindow::Start;
    acx::MainWindow window(services, onSandbox ? Start::NextProfile : Start::CurrentProfile);
    window.show();
    if (onSandbox)
        beginOnSandbox(services, window);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    acx::occupyStandardStreams();
    acx::keepProcessPrivate();
    QCoreApplication::setApplicationName(u"apiconnect-explorer"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(acx::applicationVersion));
    QGuiApplication::setDesktopFileName(QLatin1StringView(acx::applicationId));
    QStringList given;
    for (int i = 0; i < argc; ++i)
        given += QString::fromLocal8Bit(argv[i]);
    // Help, version and mistakes need no display.
    if (!hasQtOptions(given)) {
        if (const auto early = readArguments(given); !early)
            return early.error();
    }
    QApplication application(argc, argv);
    const tl::expected<Arguments, int> arguments = readArguments(QCoreApplication::arguments());
    if (!arguments)
        return arguments.error();
    QApplication::setWindowIcon(QIcon(u":/icons/app.svg"_s));
    QTranslator translator;
    // English is the source language; its file holds the plural forms.
    if (translator.load(QLocale(), u"apiconnect-explorer"_s, u"_"_s, u":/i18n"_s) ||
        translator.load(u":/i18n/apiconnect-explorer_en.qm"_s))
        QCoreApplication::installTranslator(&translator);
    if (!arguments->tourFolder.isEmpty())
        return acx::runTour(application, arguments->tourFolder);
    return runWindow(application, arguments->sandbox);
}
