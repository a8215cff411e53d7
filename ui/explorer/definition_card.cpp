// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/definition_card.h"

#include "app/base/deliver.h"
#include "app/base/visible_text.h"
#include "app/operations/definition_facts.h"
#include "ui/explorer/definition_text.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/secret_field.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int linesHeight = 120;       // pixels
constexpr qsizetype mostRemarks = 500; // lines

QString clientPlaceholder(bool isForSession, bool isKept, bool isWanted)
{
    if (isForSession)
        return DefinitionCard::tr("this session only");
    if (isKept)
        return DefinitionCard::tr("kept in the keychain");
    return isWanted ? DefinitionCard::tr("required") : DefinitionCard::tr("not required");
}

QStringList brokenOperations(const OperationCatalog &catalog)
{
    QStringList lines;
    for (const QList<OperationEntry> &entries : {catalog.operations(), catalog.others()}) {
        for (const OperationEntry &entry : entries) {
            if (!entry.problem.isEmpty() && lines.size() < mostRemarks)
                lines += u"%1: %2"_s.arg(entry.pointer, entry.problem);
        }
    }
    return lines;
}

} // namespace

DefinitionCard::DefinitionCard(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(u"definitionCard"_s);
    setAccessibleName(tr("About an API definition"));
    auto *area = new QScrollArea(this);
    auto *page = new QWidget;
    page->setObjectName(u"scrolled"_s);
    m_column = new QVBoxLayout(page);
    const int gap = Theme::space(Space::M);
    m_column->setContentsMargins(gap, gap, gap, gap);
    m_column->setSpacing(gap);
    m_notice = new InlineNotice(services.theme, u"definitionNotice"_s, page);
    m_foreign = new InlineNotice(services.theme, u"definitionForeign"_s, page);
    m_question = new InlineNotice(services.theme, u"definitionRemoveNotice"_s, page);
    m_column->addWidget(buildHead());
    m_column->addWidget(m_notice);
    m_changes = makeLines(u"definitionChanges"_s, tr("What changed"));
    m_column->addWidget(m_foreign);
    m_column->addWidget(buildBase());
    m_column->addWidget(buildClient());
    m_gateway = makeLines(u"definitionGateway"_s, tr("What the gateway does"));
    m_remarks = makeLines(u"definitionRemarks"_s, tr("Remarks about the document"));
    m_column->addWidget(m_question);
    m_column->addWidget(buildFoot());
    m_column->addStretch(1);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    buildForeign();
    buildRemoveQuestion();
    connect(&services.definitions, &DefinitionLibrary::changed, this, &DefinitionCard::followLibrary);
    connect(&services.definitions, &DefinitionLibrary::noticed, this, &DefinitionCard::showNotice);
}

DefinitionCard::~DefinitionCard()
{
    if (m_cancel)
        m_cancel->cancel();
}

QWidget *DefinitionCard::buildHead()
{
    auto *head = new QWidget(this);
    QPushButton *back = makeButton(tr("Operations"), ButtonKind::Quiet, head);
    back->setObjectName(u"definitionBack"_s);
    back->setAccessibleName(tr("Back to the operations"));
    back->setIcon(m_services.theme.icon(u"chevron-left"_s, Colour::Accent));
    setFocusProxy(back);
    connect(&m_services.theme, &Theme::changed, back,
            [this, back] { back->setIcon(m_services.theme.icon(u"chevron-left"_s, Colour::Accent)); });
    connect(back, &QPushButton::clicked, this, &DefinitionCard::closed);
    m_title = makeParagraph({}, LabelKind::Heading, head);
    m_title->setObjectName(u"definitionTitle"_s);
    m_version = makeTag({}, TagKind::Neutral, head);
    m_version->setObjectName(u"definitionVersion"_s);
    m_origin = new ElidedLabel(head, Qt::ElideMiddle);
    m_origin->setObjectName(u"definitionOrigin"_s);
    m_readAt = makeParagraph({}, LabelKind::SmallMuted, head);
    m_readAt->setObjectName(u"definitionReadAt"_s);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::Xs));
    layout->addWidget(back, 0, Qt::AlignLeft);
    layout->addSpacing(Theme::space(Space::S));
    layout->addWidget(m_title);
    layout->addWidget(m_version, 0, Qt::AlignLeft);
    layout->addWidget(m_origin);
    layout->addWidget(m_readAt);
    return head;
}

QWidget *DefinitionCard::buildBase()
{
    auto *box = new QWidget(this);
    m_base = new QLineEdit(box);
    m_base->setObjectName(u"definitionBase"_s);
    m_base->setPlaceholderText(u"https://"_s);
    setStyleProperty(m_base, "mono", true);
    m_baseField = new FormField(tr("Base URL"), m_base, box);
    m_baseOwn = makeButton(tr("Use that of the document"), ButtonKind::Link, box);
    m_baseOwn->setObjectName(u"definitionBaseOwn"_s);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::Xs));
    layout->addWidget(m_baseField);
    layout->addWidget(m_baseOwn, 0, Qt::AlignLeft);
    connect(m_base, &QLineEdit::editingFinished, this, &DefinitionCard::saveBase);
    connect(m_baseOwn, &QPushButton::clicked, this, [this] {
        m_base->setModified(false);
        keepBase({});
    });
    return box;
}

QWidget *DefinitionCard::buildClient()
{
    auto *box = new QWidget(this);
    m_clientId = new QLineEdit(box);
    m_clientId->setObjectName(u"definitionClientId"_s);
    m_clientField = new FormField(tr("Client id"), m_clientId, box);
    m_secret = new SecretField(u"definitionSecret"_s, box);
    m_secretField = new FormField(tr("Client secret"), m_secret, box);
    m_secret->line()->setAccessibleName(tr("Client secret"));
    m_save = makeButton(tr("Keep client id and secret"), ButtonKind::Normal, box);
    m_save->setObjectName(u"definitionSave"_s);
    m_keychain = new InlineNotice(m_services.theme, u"definitionKeychain"_s, box);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_clientField);
    layout->addWidget(m_secretField);
    layout->addWidget(m_save, 0, Qt::AlignLeft);
    layout->addWidget(m_keychain);
    buildKeychain();
    connect(m_save, &QPushButton::clicked, this, &DefinitionCard::saveClient);
    connect(m_clientId, &QLineEdit::returnPressed, this, &DefinitionCard::saveClient);
    connect(m_secret, &SecretField::submitted, this, &DefinitionCard::saveClient);
    return box;
}

QPlainTextEdit *DefinitionCard::makeLines(const QString &name, const QString &title)
{
    auto *lines = new QPlainTextEdit(this);
    lines->setObjectName(name);
    lines->setReadOnly(true);
    lines->setWordWrapMode(QTextOption::WrapAnywhere);
    lines->setMaximumHeight(linesHeight);
    lines->setTabChangesFocus(true);
    setStyleProperty(lines, "mono", true);
    auto *field = new FormField(title, lines, this);
    field->setObjectName(name + "Field"_L1);
    m_column->addWidget(field);
    return lines;
}

QWidget *DefinitionCard::buildFoot()
{
    auto *foot = new QWidget(this);
    m_reread = makeButton(tr("Re-read"), ButtonKind::Normal, foot);
    m_reread->setObjectName(u"definitionReread"_s);
    m_stop = makeButton(tr("Cancel"), ButtonKind::Normal, foot);
    m_stop->setObjectName(u"definitionRereadCancel"_s);
    m_stop->hide();
    m_remove = makeButton(tr("Remove…"), ButtonKind::Danger, foot);
    m_remove->setObjectName(u"definitionRemove"_s);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_reread);
    layout->addWidget(m_stop);
    layout->addWidget(m_remove);
    layout->addStretch(1);
    connect(m_reread, &QPushButton::clicked, this, &DefinitionCard::reread);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_cancel)
            CancelSource(*m_cancel).cancel();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_question->tell(MessageKind::Warning, tr("Remove “%1”?").arg(m_title->text()),
                         tr("Its copy, its client id and its client secret are removed from this computer."));
    });
    return foot;
}

void DefinitionCard::buildForeign()
{
    QPushButton *read = m_foreign->addButton(tr("Read them"), ButtonKind::Normal, u"foreignRead"_s);
    QPushButton *leave = m_foreign->addButton(tr("Leave them"), ButtonKind::Quiet, u"foreignLeave"_s);
    connect(read, &QPushButton::clicked, this, &DefinitionCard::readForeign);
    connect(leave, &QPushButton::clicked, m_foreign, &QWidget::hide);
}

void DefinitionCard::buildKeychain()
{
    m_retry = m_keychain->addButton(tr("Try again"), ButtonKind::Normal, u"keychainRetry"_s);
    QPushButton *session =
        m_keychain->addButton(tr("Use it for this session only"), ButtonKind::Normal, u"sessionOnly"_s);
    m_keychain->stackButtons();
    connect(m_retry, &QPushButton::clicked, this, &DefinitionCard::saveClient);
    connect(session, &QPushButton::clicked, this, &DefinitionCard::keepForSession);
}

void DefinitionCard::buildRemoveQuestion()
{
    QPushButton *confirm = m_question->addButton(tr("Remove"), ButtonKind::Danger, u"removeConfirm"_s);
    QPushButton *keep = m_question->addButton(tr("Keep it"), ButtonKind::Quiet, u"removeKeep"_s);
    connect(confirm, &QPushButton::clicked, this, &DefinitionCard::remove);
    connect(keep, &QPushButton::clicked, m_question, &QWidget::hide);
}

std::optional<Definition> DefinitionCard::definition() const
{
    return m_services.definitions.find(m_id);
}

void DefinitionCard::setDefinition(const QString &id, const OperationCatalog &catalog)
{
    if (m_cancel)
        m_cancel->cancel();
    ++m_generation;
    m_cancel.reset();
    setBusy(false);
    m_id = id;
    m_catalog = catalog;
    const std::optional<Definition> now = definition();
    m_copy = now && catalog.source() ? now->copy : -1;
    m_notice->hide();
    m_question->hide();
    m_keychain->hide();
    m_secret->clear();
    m_clientField->setError({});
    m_secretField->setError({});
    m_changes->parentWidget()->hide();
    showClientId();
    followLibrary();
    showRemarks();
}

/// It may have been read again, here or by another program.
void DefinitionCard::followLibrary()
{
    showFacts();
    const std::optional<Definition> now = definition();
    if (!now || now->copy == m_copy)
        return;
    m_copy = now->copy;
    deliver(m_services.definitions.catalog(m_id), this, [this, id = m_id](const Result<OperationCatalog> &catalog) {
        if (!catalog || id != m_id)
            return;
        m_catalog = *catalog;
        showFacts();
        showRemarks();
    });
}

void DefinitionCard::showFacts()
{
    const std::optional<Definition> now = definition();
    if (!now)
        return;
    m_title->setText(breakable(now->title));
    m_version->setText(withVisibleControls(now->version));
    m_version->setVisible(!now->version.isEmpty());
    m_origin->setFullText(originText(*now));
    m_readAt->setText(tr("%n operation(s), read %1", nullptr, static_cast<int>(m_catalog.operations().size()))
                          .arg(QLocale().toString(now->readAt.toLocalTime(), QLocale::ShortFormat)));
    m_reread->setEnabled(now->origin != DefinitionOrigin::Pasted);
    m_reread->setToolTip(m_reread->isEnabled() ? QString() : tr("A pasted definition cannot be read again."));
    if (!m_base->hasFocus() || !m_base->isModified()) {
        m_base->setText(now->base.toString(QUrl::FullyEncoded));
        m_base->setModified(false);
        m_base->setCursorPosition(0);
        m_baseField->setError(now->base.isEmpty() ? missingBase() : QString());
    }
    m_baseOwn->setVisible(now->ownBase);
    m_clientField->setHint(clientHint(*now));
    if (m_secret->isEmpty() && !m_clientId->isModified())
        takeOrigin();
    m_clientId->setPlaceholderText(clientPlaceholder(m_services.definitions.isForSession(m_id, ClientPart::Id),
                                                     now->hasClientId, now->wantsClientId));
    m_secret->setPlaceholderText(clientPlaceholder(m_services.definitions.isForSession(m_id, ClientPart::Secret),
                                                   now->hasClientSecret, now->wantsClientSecret));
    const QStringList places = foreignPlaces(now->foreign);
    if (places.isEmpty())
        m_foreign->hide();
    else
        m_foreign->tell(
            MessageKind::Info, tr("It refers to documents elsewhere."),
            breakable(tr("At: %1. They are read on your word only, and without any token.").arg(places.join(u", "_s))));
}

void DefinitionCard::takeOrigin()
{
    if (const std::optional<Definition> now = definition())
        m_shownOrigin = clientOriginOf(*now);
}

void DefinitionCard::showNotice(const Error &notice)
{
    if (!isVisible())
        return;
    Error shown = notice;
    shown.nextStep = breakable(notice.nextStep);
    m_notice->tell(shown);
}

QString DefinitionCard::clientHint(const Definition &now) const
{
    if (now.base.isEmpty())
        return {};
    const QString origin = clientOriginOf(now);
    if (!now.clientOrigin.isEmpty() && now.clientOrigin != origin)
        return tr("Was kept for %1, and is not sent to %2 until you keep it anew.")
            .arg(breakable(now.clientOrigin), breakable(origin));
    return tr("Goes to %1 only, as %2.").arg(breakable(now.base.host()), QString::fromLatin1(now.clientIdHeader));
}

QString DefinitionCard::missingBase() const
{
    const QString path = m_catalog.source() ? readDefinitionFacts(*m_catalog.source(), {}).basePath : QString();
    if (path.isEmpty() || path == "/"_L1)
        return tr("The document does not say where it is called. Give the URL of the gateway.");
    return tr("The document does not say where it is called. Give the URL of the gateway; it ends in %1.")
        .arg(breakable(path));
}

void DefinitionCard::showRemarks()
{
    QStringList assembly;
    if (m_catalog.source())
        assembly = readDefinitionFacts(*m_catalog.source(), {}).assembly;
    m_gateway->setPlainText(withVisibleControls(assembly.join(u'\n')));
    m_gateway->parentWidget()->setVisible(!assembly.isEmpty());
    const auto fit = [](QPlainTextEdit &lines) {
        constexpr int mostLines = 6;
        const int count = std::clamp(2 * lines.document()->blockCount(), 2, mostLines);
        lines.setFixedHeight(count * QFontMetrics(lines.font()).lineSpacing() + Theme::space(Space::Xl));
    };
    QStringList remarks = brokenOperations(m_catalog) + m_catalog.notices().mid(0, mostRemarks);
    if (m_catalog.notices().size() > mostRemarks)
        remarks += tr("There are more remarks about this document.");
    m_remarks->setPlainText(withVisibleControls(remarks.join(u'\n')));
    m_remarks->parentWidget()->setVisible(!remarks.isEmpty());
    fit(*m_gateway);
    fit(*m_remarks);
}

} // namespace acx
