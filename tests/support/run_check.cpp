// SPDX-License-Identifier: GPL-3.0-or-later
// The first and the last test of the suite.
//   acx_run_check begin FOLDER          makes the folder of the run with fresh secrets
//   acx_run_check end FOLDER BUILD      searches what the tests have left in the folder and below the build's
#include "tests/support/run_canary.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>

#include <cstdio>
#include <cstdlib>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr qsizetype wholeSuite = 100; ///< test programs; fewer are a choice that somebody made with ctest -R
constexpr qsizetype fewestUsers = 50; ///< of them must have used the run's secrets

int end(const QString &folder, const QString &build)
{
    const QList<Canary> canaries = canariesOfRun(folder);
    QStringList finds;
    for (const QString &place : {folder + "/tmp"_L1, folder + "/told"_L1, build + "/Testing/Temporary"_L1})
        finds += findCanaries(canaries, place);
    QDirIterator cores(build, {u"core"_s, u"core.*"_s}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (cores.hasNext()) {
        QFile core(cores.next());
        if (core.open(QFile::ReadOnly))
            finds += findIn(canaries, core.fileName(), core.readAll());
    }
    const QDir marks(folder + "/marks"_L1);
    const qsizetype ran = marks.entryList({u"*.ran"_s}).size();
    const qsizetype users = marks.entryList({u"*.used"_s}).size();
    std::printf("%lld test programs, %lld of them used the run's secrets; %lld secrets were searched for\n",
                static_cast<long long>(ran), static_cast<long long>(users), static_cast<long long>(canaries.size()));
    for (const QString &find : std::as_const(finds))
        std::printf("LEFT BEHIND: %s\n", qPrintable(find));
    const bool tooFew = ran >= wholeSuite && users < fewestUsers;
    if (tooFew)
        std::printf("TOO FEW: at least %lld should have used them\n", static_cast<long long>(fewestUsers));
    if (!finds.isEmpty() || tooFew)
        return EXIT_FAILURE;
    QDir(folder).removeRecursively();
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char *argv[])
{
    ::umask(077);
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == "begin"_L1) {
        if (beginRun(arguments[2]))
            return EXIT_SUCCESS;
        std::fprintf(stderr, "%s could not be made\n", qPrintable(arguments[2]));
    } else if (arguments.size() == 4 && arguments[1] == "end"_L1) {
        return end(arguments[2], arguments[3]);
    }
    return EXIT_FAILURE;
}
