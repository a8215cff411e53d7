// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/ui/window_bench.h"
#include "ui/session.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QString keyFile(const QTemporaryDir &folder)
{
    const QJsonObject content{
        {u"name"_s, u"dropped"_s}, {u"createdAt"_s, u"2026-09-14T08:00+0000"_s}, {u"apikey"_s, QString(44, u'k')}};
    QFile file(folder.filePath(u"apikey.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no key file");
    file.write(QJsonDocument(content).toJson());
    return file.fileName();
}

/// What a drag over `target` ends in; true if it was taken.
bool drop(QWidget *target, const QMimeData &data)
{
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(QPointF(5, 5), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
    return event.isAccepted() && event.dropAction() == Qt::CopyAction;
}

} // namespace

/// What is dropped on the window or pasted on its page.
class TestWindowDrops final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The off-screen platform says so of sizes, menus and the order of windows.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        QGuiApplication::clipboard()->clear();
    }

    void fileIsTakenAnywhere_data()
    {
        QTest::addColumn<QString>("target");
        for (const char *target : {"mainWindow", "topBar", "rail", "statusBar", "target", "requestTabs"})
            QTest::newRow(target) << QString::fromLatin1(target);
    }
    void fileIsTakenAnywhere()
    {
        QFETCH(QString, target);
        WindowBench stage(1);
        stage.window->showPlace(Place::Explorer);
        QWidget *over = target == "mainWindow"_L1 ? stage.window.get()
                                                  : part<QWidget>(*stage.window, target.toLatin1().constData());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(keyFile(m_folder))});
        QVERIFY(drop(over, data));
        QCOMPARE(stage.window->place(), Place::Welcome);
        QTRY_VERIFY(isShown(*stage.window, "placeContinue"));
        QCOMPARE(part<QLineEdit>(*stage.window, "profileName")->text(), u"dropped"_s);
        QVERIFY(!part<QWidget>(*stage.window, "dropHint")->isVisible());
        QVERIFY(QFile::exists(keyFile(m_folder)));
    }

    void textIsTakenWhereNoFieldTakesIt()
    {
        WindowBench stage(1);
        stage.window->showPlace(Place::Explorer);
        QMimeData data;
        data.setText(QString(44, u'k'));
        (void)drop(part<QLineEdit>(*stage.window, "target"), data);
        QCOMPARE(stage.window->place(), Place::Explorer); // the field's own business
        QVERIFY(drop(part<QWidget>(*stage.window, "rail"), data));
        QCOMPARE(stage.window->place(), Place::Welcome);
        QTRY_VERIFY(isShown(*stage.window, "placeContinue"));
    }

    void dragIsShownAndEnds()
    {
        WindowBench stage;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(keyFile(m_folder))});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(stage.window.get(), &enter);
        QVERIFY(part<QWidget>(*stage.window, "dropHint")->isVisible());
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(stage.window.get(), &leave);
        QVERIFY(!part<QWidget>(*stage.window, "dropHint")->isVisible());
        QMimeData remote;
        remote.setUrls({QUrl(u"https://example.com/apikey.json"_s)});
        QVERIFY(!drop(stage.window.get(), remote));
    }

    void pasteOnThePageImports()
    {
        WindowBench stage(1);
        QGuiApplication::clipboard()->setText(QString(44, u'k'));
        stage.window->showPlace(Place::Tokens);
        stage.keys(Qt::Key_V);
        QCOMPARE(stage.window->place(), Place::Tokens); // not there: nobody means it
        stage.window->showPlace(Place::Welcome);
        stage.keys(Qt::Key_V);
        QTRY_VERIFY(isShown(*stage.window, "placeContinue"));
        // The import has begun: another one is not begun by the keys.
        part<QWidget>(*stage.window, "placeContinue")->setFocus();
        type(*stage.window, "profileName", u"Mine"_s);
        stage.keys(Qt::Key_V);
        QVERIFY(isShown(*stage.window, "placeContinue"));
        QCOMPARE(part<QLineEdit>(*stage.window, "profileName")->text(), u"Mine"_s);
    }

    void copiedFileIsRead_data()
    {
        QTest::addColumn<bool>("isText"); ///< as file managers add it
        QTest::newRow("file alone") << false;
        QTest::newRow("file and its path as text") << true;
    }
    void copiedFileIsRead()
    {
        QFETCH(const bool, isText);
        WindowBench stage(1);
        auto *data = new QMimeData; // the clipboard's own
        data->setUrls({QUrl::fromLocalFile(keyFile(m_folder))});
        if (isText)
            data->setText(keyFile(m_folder));
        QGuiApplication::clipboard()->setMimeData(data);
        stage.window->showPlace(Place::Profiles);
        stage.keys(Qt::Key_V);
        QCOMPARE(stage.window->place(), Place::Welcome);
        QTRY_VERIFY(isShown(*stage.window, "placeContinue"));
        QCOMPARE(part<QLineEdit>(*stage.screen("welcomeScreen"), "profileName")->text(), u"dropped"_s);
    }

    void addingBeginsAnew_data()
    {
        QTest::addColumn<bool>("isRemoved");
        QTest::newRow("another profile") << false;
        QTest::newRow("the added one is removed") << true;
    }
    void addingBeginsAnew()
    {
        QFETCH(const bool, isRemoved);
        WindowBench stage(1);
        QGuiApplication::clipboard()->setText(QString(44, u'k'));
        stage.window->showPlace(Place::Welcome);
        stage.keys(Qt::Key_V);
        const QWidget &welcome = *stage.screen("welcomeScreen");
        QTRY_VERIFY(isShown(welcome, "placeContinue"));
        const Endpoints &urls = stage.bench.sandbox().endpoints;
        part<QAbstractButton>(welcome, "deployment-custom")->click();
        type(welcome, "profileName", u"Added"_s);
        type(welcome, "apiHost", urls.api.toString());
        type(welcome, "iamUrl", urls.iam.toString());
        type(welcome, "loginUrl", urls.login.toString());
        click(welcome, "placeContinue");
        QTRY_VERIFY(isShown(welcome, "tokenState"));
        stage.window->showPlace(Place::Profiles);
        if (isRemoved) {
            auto *list = stage.screen("profilesScreen");
            auto *focus = QApplication::focusWidget();
            QVERIFY(list->isAncestorOf(focus));
            const QUuid added = stage.bench.services().session.profile()->id;
            QVERIFY(waitFor(stage.bench.services().profiles.remove(added)));
            QVERIFY(isShown(welcome, "chooseFile"));
            QVERIFY(!welcome.isAncestorOf(QApplication::focusWidget()));
        }
        stage.window->showPlace(Place::Welcome);
        QVERIFY(isShown(welcome, "chooseFile"));
        QVERIFY(isShown(welcome, "welcomeBack"));
        QVERIFY(!isShown(welcome, "tokenState"));
    }

    /// The first token may come when the person has gone on.
    void hiddenPageTakesNoFocus()
    {
        WindowBench stage;
        stage.window->showPlace(Place::Welcome);
        const QWidget &welcome = *stage.screen("welcomeScreen");
        QGuiApplication::clipboard()->setText(QString::fromUtf8(stage.bench.sandbox().apiKey.reveal()));
        stage.keys(Qt::Key_V);
        QGuiApplication::clipboard()->clear();
        QTRY_VERIFY(isShown(welcome, "placeContinue"));
        const Endpoints &urls = stage.bench.sandbox().endpoints;
        part<QAbstractButton>(welcome, "deployment-custom")->click();
        type(welcome, "apiHost", urls.api.toString());
        type(welcome, "iamUrl", urls.iam.toString());
        type(welcome, "loginUrl", urls.login.toString());
        QSignalSpy added(&stage.bench.services().profiles, &ProfileService::profilesChanged);
        click(welcome, "placeContinue");
        while (!isShown(welcome, "tokenState") && added.isEmpty())
            QVERIFY(added.wait());
        stage.window->showPlace(Place::Settings);
        QTRY_VERIFY(isShown(welcome, "copyFirstToken"));
        QTest::qWait(0);
        QVERIFY(!welcome.isAncestorOf(QApplication::focusWidget()));
    }

    void copiedLinkIsNoKey()
    {
        WindowBench stage(1);
        auto *data = new QMimeData; // the clipboard's own
        data->setUrls({QUrl(u"https://example.com/apikey.json"_s)});
        QGuiApplication::clipboard()->setMimeData(data);
        stage.window->showPlace(Place::Profiles);
        stage.keys(Qt::Key_V);
        QCOMPARE(stage.window->place(), Place::Profiles);
    }

private:
    QTemporaryDir m_folder;
};

ACX_WIDGET_TEST_MAIN(TestWindowDrops)
#include "test_window_drops.moc"
