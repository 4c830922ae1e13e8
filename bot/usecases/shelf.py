"""The partnerships as they stand now, and their own questions. Each has one home: its file, or the
database once a coordinator has taken it over into Slack; then its file is not read any more. What
members proposed and coordinators accepted stands beside what is in files. Changes nothing."""

from collections.abc import Iterable, Mapping

from bot.core.asking.proposing.proposal import Proposal, prompt_of
from bot.core.book import Book
from bot.core.prompts import PromptBank
from bot.store import partnerships, proposals
from bot.store.engine import Store


class Shelf:
    """Gives the book; reads the database only for what changed since it last did."""

    def __init__(self, store: Store, files: Book) -> None:
        self._store = store
        self._files = files
        self._seen: tuple[tuple[int, int], Book] = ((0, 0), files)

    def __call__(self) -> Book:
        """The files' book, with what lives in the database in the place of its file."""
        with self._store.read() as tx:
            numbers = partnerships.changes_so_far(tx), proposals.accepted_so_far(tx)
            seen, book = self._seen
            if numbers == seen:
                return book
            book = with_taken_over(self._files, partnerships.taken_over(tx))
            book = with_accepted(book, proposals.accepted(tx))
        self._seen = (numbers, book)
        return book


def with_taken_over(files: Book, taken_over: partnerships.TakenOver) -> Book:
    """A partnership that lives in the database stands where its file stood, or at the end."""
    own = dict(taken_over)
    in_files = [own.pop(each.id, each) for each in files.partnerships]
    return files.model_copy(update={"partnerships": (*in_files, *own.values())})


def with_accepted(book: Book, accepted: Mapping[str, Iterable[Proposal]]) -> Book:
    """What members proposed and coordinators accepted, beside the partnerships' own files; a file
    that holds the same id goes before."""
    own = dict(book.own)
    for whose, several in accepted.items():
        theirs = PromptBank(prompts=tuple(map(prompt_of, several)))
        own[whose] = own.get(whose, PromptBank(prompts=())).with_own(theirs)
    return book.model_copy(update={"own": own})
