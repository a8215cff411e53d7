// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/curl_import.h"
#include "ui/explorer/body_editor.h"
#include "ui/explorer/request_code.h"
#include "ui/explorer/request_foot.h"
#include "ui/explorer/request_form.h"
#include "ui/explorer/request_line.h"
#include "ui/explorer/request_panel.h"
#include "ui/widgets/inline_notice.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

void RequestPanel::buildMenu()
{
    QMenu *menu = m_foot->menu();
    QMenu *copy = menu->addMenu(tr("Copy as"));
    copy->setObjectName(u"copyAsMenu"_s);
    for (const SnippetLanguage language : snippetLanguages()) {
        QAction *action = copy->addAction(displayName(language), this, [this, language] { m_code->copyAs(language); });
        action->setObjectName(u"copyAs%1"_s.arg(static_cast<int>(language)));
    }
    // The tab's text says why there is none.
    connect(menu, &QMenu::aboutToShow, copy, [this, copy] { copy->setEnabled(snippetRequest().has_value()); });
    QAction *paste =
        menu->addAction(tr("Paste a curl command"), this, [this] { importCurl(QGuiApplication::clipboard()->text()); });
    paste->setObjectName(u"pasteCurl"_s);
    QAction *clear = menu->addAction(tr("Clear the form"), this, &RequestPanel::clearForm);
    clear->setObjectName(u"clearForm"_s);
}

void RequestPanel::importCurl(const QString &command)
{
    const Result<CurlImport> read = readCurl(command);
    if (!read) {
        showError(read.error());
        return;
    }
    if (m_operation)
        Q_EMIT draftPasted(read->draft);
    else
        setDraft(read->draft);
    if (!read->notices.isEmpty())
        m_notice->tell(MessageKind::Info, tr("Taken from the curl command"), read->notices.join(u'\n'));
}

void RequestPanel::setTarget(const QByteArray &method, const QString &target)
{
    m_line->setRequest(method, target);
}

void RequestPanel::setDraft(const RequestDraft &draft)
{
    RequestState state;
    state.id = m_id;
    state.method = draft.method;
    state.target = draft.target;
    QStringList lines;
    for (const HttpHeader &header : draft.headers) {
        if (header.name.compare("Content-Type", Qt::CaseInsensitive) == 0)
            state.bodyType = QString::fromUtf8(header.value);
        else
            lines.append(QString::fromUtf8(header.name + ": " + header.value));
    }
    state.headerText = lines.join(u'\n');
    state.bodyText = QString::fromUtf8(draft.body.value_or(QByteArray()));
    if (state.bodyType.isEmpty())
        state.bodyType = u"application/json"_s;
    state.tokenChoice =
        draft.tokenKind ? static_cast<int>(*draft.tokenKind) : (draft.withToken ? tokenByPath : withoutToken);
    setState(state);
    Q_EMIT stateChanged();
}

void RequestPanel::clearForm()
{
    RequestState empty;
    empty.id = m_id;
    empty.tokenChoice = m_foot->tokenChoice();
    setState(empty);
    Q_EMIT stateChanged();
    focusFirst();
}

} // namespace acx
