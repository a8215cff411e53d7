// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/catalog_panel.h"

#include "app/base/deliver.h"
#include "ui/explorer/catalog_model.h"
#include "ui/explorer/catalog_search.h"
#include "ui/explorer/catalog_tree.h"
#include "ui/explorer/definition_card.h"
#include "ui/explorer/definition_opener.h"
#include "ui/explorer/definition_text.h"
#include "ui/widgets/controls.h"

#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int narrowest = 220; // pixels
constexpr int usualWidth = 290;

void fill(CatalogSection &section, const OperationCatalog &catalog)
{
    section.catalog = catalog;
    if (!catalog.notices().isEmpty())
        section.details +=
            u" · "_s + CatalogPanel::tr("%n remark(s)", nullptr, static_cast<int>(catalog.notices().size()));
}

/// The lists share their data as long as nothing was read anew.
bool isSame(const QList<CatalogSection> &one, const QList<CatalogSection> &other)
{
    return std::equal(
        one.cbegin(), one.cend(), other.cbegin(), other.cend(), [](const CatalogSection &a, const CatalogSection &b) {
            return a.catalogId == b.catalogId && a.title == b.title && a.details == b.details &&
                   a.problem == b.problem && a.catalog.operations().constData() == b.catalog.operations().constData() &&
                   a.catalog.others().constData() == b.catalog.others().constData();
        });
}

} // namespace

class CatalogPanel::Private final : public QObject
{
public:
    Private(CatalogPanel &panel, const AppServices &given)
        : q(panel)
        , services(given)
    {}

    void build();
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildEmpty();
    void connectParts();
    void showFound();
    void followLibrary();
    void load(const QString &id);
    void showSections();
    void showCard(const QString &id);
    void takeOpened(const QString &id);
    void enterList();

    CatalogPanel &q;
    const AppServices services;
    OperationCatalog shipped;
    QHash<QString, Result<OperationCatalog>> opened;
    QHash<QString, qint64> copies; ///< of what is in `opened`; another copy = read it again
    QString toReveal;              ///< shown as soon as it is read
    bool opensAnswer = false;      ///< the next one that opens comes from an answer
    QString currentCatalog;
    QString currentOperation;

    CatalogModel model;
    QStackedWidget *pages = nullptr;
    CatalogSearch *search = nullptr;
    QStackedWidget *body = nullptr;
    CatalogTree *tree = nullptr;
    QLabel *emptyText = nullptr;
    QPushButton *clear = nullptr;
    DefinitionOpener *opener = nullptr;
    DefinitionCard *card = nullptr;
};

void CatalogPanel::Private::build()
{
    q.setObjectName(u"catalogPanel"_s);
    q.setAccessibleName(CatalogPanel::tr("Operations"));
    q.setMinimumWidth(narrowest);
    q.setAutoFillBackground(true);
    q.setBackgroundRole(QPalette::Base);
    pages = new QStackedWidget(&q);
    pages->setObjectName(u"catalogPages"_s);
    card = new DefinitionCard(services, pages);
    pages->addWidget(buildList());
    pages->addWidget(card);
    auto *layout = new QVBoxLayout(&q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pages);
    connectParts();
    followLibrary();
    if (const std::optional<Error> notice = services.definitions.notice())
        opener->showError(*notice);
}

QWidget *CatalogPanel::Private::buildList()
{
    auto *page = new QWidget(pages);
    search = new CatalogSearch(services.theme, page);
    body = new QStackedWidget(page);
    tree = new CatalogTree(services.theme, model, body);
    body->addWidget(tree);
    body->addWidget(buildEmpty());
    opener = new DefinitionOpener(services, page);
    auto *layout = new QVBoxLayout(page);
    const int gap = Theme::space(Space::M);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(search);
    layout->addWidget(body, 1);
    layout->addWidget(opener);
    return page;
}

QWidget *CatalogPanel::Private::buildEmpty()
{
    auto *page = new QWidget(body);
    page->setObjectName(u"catalogEmpty"_s);
    emptyText = makeParagraph({}, LabelKind::Muted, page);
    emptyText->setObjectName(u"catalogEmptyText"_s);
    emptyText->setAlignment(Qt::AlignHCenter);
    clear = makeButton(CatalogPanel::tr("Clear"), ButtonKind::Normal, page);
    clear->setObjectName(u"catalogClear"_s);
    clear->setAccessibleName(CatalogPanel::tr("Clear the search"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, Theme::space(Space::Xl), 0, 0);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(emptyText);
    layout->addWidget(clear, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    return page;
}

void CatalogPanel::Private::connectParts()
{
    connect(search, &QLineEdit::textChanged, this, [this](const QString &words) {
        model.search(words);
        showFound();
    });
    connect(search, &CatalogSearch::leftDownwards, this, [this] { enterList(); });
    connect(search, &CatalogSearch::submitted, this, [this](bool newTab) {
        const QModelIndex first = model.firstOperation();
        if (model.isSearching() && first.isValid())
            Q_EMIT q.operationChosen(first.data(CatalogModel::CatalogIdRole).toString(),
                                     first.data(CatalogModel::OperationIdRole).toString(), newTab);
    });
    connect(clear, &QPushButton::clicked, this, [this] {
        search->clear();
        search->setFocus();
    });
    connect(tree, &CatalogTree::leftUpwards, this, [this] { search->setFocus(); });
    connect(tree, &CatalogTree::operationChosen, &q, &CatalogPanel::operationChosen);
    connect(tree, &CatalogTree::sectionChosen, this, [this](const QString &id) { showCard(id); });
    connect(card, &DefinitionCard::closed, this, [this] {
        pages->setCurrentIndex(0);
        tree->setFocus();
    });
    connect(opener, &DefinitionOpener::opened, this, [this](const QString &id) { takeOpened(id); });
    connect(opener, &DefinitionOpener::detailsWanted, this, [this](const QString &id) { showCard(id); });
    connect(&services.definitions, &DefinitionLibrary::changed, this, [this] { followLibrary(); });
    connect(&services.definitions, &DefinitionLibrary::noticed, this,
            [this](const Error &notice) { opener->showError(notice); });
    connect(&services.theme, &Theme::changed, tree, [this] { tree->doItemsLayout(); });
}

void CatalogPanel::Private::enterList()
{
    if (body->currentIndex() != 0)
        return;
    if (model.isSearching() || !tree->currentIndex().isValid())
        tree->setCurrentIndex(model.isSearching() ? model.firstOperation() : model.index(0, 0));
    tree->setFocus();
}

void CatalogPanel::Private::showFound()
{
    const bool isEmpty = model.rowCount() == 0;
    body->setCurrentIndex(isEmpty ? 1 : 0);
    clear->setVisible(model.isSearching());
    emptyText->setText(model.isSearching()
                           ? CatalogPanel::tr("Nothing found for “%1”.").arg(model.words())
                           : CatalogPanel::tr("No operations yet. Choose a profile, or open an API definition."));
    search->setCount(model.isSearching() ? CatalogPanel::tr("%L1 of %L2").arg(model.found()).arg(model.total())
                                         : QString());
    if (!model.isSearching())
        tree->mark(model.indexOf(currentCatalog, currentOperation));
}

void CatalogPanel::Private::followLibrary()
{
    const QList<Definition> definitions = services.definitions.list();
    QStringList ids;
    for (const Definition &definition : definitions) {
        ids.append(definition.id);
        if (copies.value(definition.id, -1) == definition.copy)
            continue;
        copies.insert(definition.id, definition.copy);
        load(definition.id);
    }
    opened.removeIf([&ids](const auto &known) { return !ids.contains(known.key()); });
    copies.removeIf([&ids](const auto &known) { return !ids.contains(known.key()); });
    showSections();
}

void CatalogPanel::Private::load(const QString &id)
{
    deliver(services.definitions.catalog(id), this, [this, id](const Result<OperationCatalog> &catalog) {
        if (!copies.contains(id))
            return;
        opened.insert(id, catalog);
        showSections();
    });
}

void CatalogPanel::Private::showSections()
{
    QList<CatalogSection> sections;
    const QList<Definition> definitions = services.definitions.list();
    for (const Definition &definition : definitions) {
        CatalogSection section{definition.id, definition.title, shortDetails(definition), {}, {}};
        const auto known = opened.constFind(definition.id);
        if (known == opened.cend())
            section.details = CatalogPanel::tr("reading…");
        else if (*known)
            fill(section, **known);
        else
            section.problem = known->error().message();
        sections.append(section);
    }
    if (!shipped.operations().isEmpty())
        sections.append({QString(), CatalogPanel::tr("API Connect"), {}, {}, shipped});
    if (isSame(sections, model.sections())) {
        showFound();
    } else {
        const int at = tree->verticalScrollBar()->value();
        model.setSections(sections);
        showFound();
        tree->doItemsLayout();
        tree->verticalScrollBar()->setValue(at);
    }
    if (!toReveal.isEmpty() && opened.contains(toReveal))
        tree->reveal(model.indexOfSection(std::exchange(toReveal, QString())));
}

void CatalogPanel::Private::showCard(const QString &id)
{
    const auto known = opened.constFind(id);
    card->setDefinition(id, known != opened.cend() && *known ? **known : OperationCatalog());
    pages->setCurrentIndex(1);
    card->setFocus();
}

void CatalogPanel::Private::takeOpened(const QString &id)
{
    search->clear();
    pages->setCurrentIndex(0);
    toReveal = id;
    showSections();
    const std::optional<Definition> definition = services.definitions.find(id);
    // What is missing for a call is asked for at once.
    if (definition && definition->wantsClientId && !definition->hasClientId &&
        !services.definitions.isForSession(id, ClientPart::Id))
        opener->showHint(id, CatalogPanel::tr("“%1” asks for a client id.").arg(definition->title),
                         CatalogPanel::tr("It is that of an application that subscribed to the API."));
    if (definition && (definition->base.isEmpty() || !foreignPlaces(definition->foreign).isEmpty()))
        showCard(id);
    if (std::exchange(opensAnswer, false))
        Q_EMIT q.definitionOpened(id);
}

CatalogPanel::CatalogPanel(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, services))
{
    d->build();
    resize(usualWidth, height());
}

CatalogPanel::~CatalogPanel() = default;

QSize CatalogPanel::sizeHint() const
{
    return {usualWidth, QWidget::sizeHint().height()};
}

void CatalogPanel::setShipped(const OperationCatalog &catalog)
{
    d->shipped = catalog;
    d->showSections();
}

void CatalogPanel::setCurrent(const QString &catalogId, const QString &operationId)
{
    d->currentCatalog = catalogId;
    d->currentOperation = operationId;
    d->tree->mark(d->model.indexOf(catalogId, operationId));
}

void CatalogPanel::focusSearch()
{
    d->pages->setCurrentIndex(0);
    d->search->setFocus();
    d->search->selectAll();
}

void CatalogPanel::openAnswer(const ResponseBody &body, const AnswerSource &source)
{
    d->pages->setCurrentIndex(0);
    d->opensAnswer = true;
    d->opener->openAnswer(body, source);
}

} // namespace acx
