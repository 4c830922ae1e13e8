"""The partnerships as they stand now. Each has one home: its file, or the database once a
coordinator has taken it over into Slack; then its file is not read any more. Changes nothing."""

from bot.core.book import Book
from bot.store import partnerships
from bot.store.engine import Store


class Shelf:
    """Gives the book; reads the database only for what changed since it last did."""

    def __init__(self, store: Store, files: Book) -> None:
        self._store = store
        self._files = files
        self._seen: tuple[int, Book] = (0, files)

    def __call__(self) -> Book:
        """The files' book, with what lives in the database in the place of its file."""
        with self._store.read() as tx:
            number = partnerships.changes_so_far(tx)
            seen, book = self._seen
            if number == seen:
                return book
            book = with_taken_over(self._files, partnerships.taken_over(tx))
        self._seen = (number, book)
        return book


def with_taken_over(files: Book, taken_over: partnerships.TakenOver) -> Book:
    """A partnership that lives in the database stands where its file stood, or at the end."""
    own = dict(taken_over)
    in_files = [own.pop(each.id, each) for each in files.partnerships]
    return files.model_copy(update={"partnerships": (*in_files, *own.values())})
