# Dots, installed from the hash-checked lock, run by a user without rights. State lives in /data.

FROM python:3.13-slim AS build
WORKDIR /src
COPY requirements.lock requirements-build.lock ./
RUN python -m venv /opt/dots \
 && /opt/dots/bin/pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.lock \
 && python -m venv /opt/build \
 && /opt/build/bin/pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements-build.lock
COPY pyproject.toml README.md LICENSE ./
COPY prompts ./prompts
COPY schedules ./schedules
COPY bot ./bot
RUN /opt/build/bin/hatchling build --target wheel \
 && /opt/dots/bin/pip install --no-cache-dir --no-deps --no-index dist/*.whl

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin dots \
 && install --directory --owner=dots --mode=0700 /data
COPY --from=build /opt/dots /opt/dots
# The root file system may be mounted read-only: nothing but /data (and /tmp, if asked) is written.
ENV PATH=/opt/dots/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DOTS_DATABASE_URL=sqlite:////data/dots.sqlite3 \
    DOTS_HTTP_PORT=8080
USER 10001
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["python", "-c", "import http.client, os, sys; c = http.client.HTTPConnection('127.0.0.1', int(os.environ['DOTS_HTTP_PORT']), timeout=4); c.request('GET', '/healthz'); sys.exit(c.getresponse().status != 200)"]
# No shell in between: `dots` is process 1 and hears the stop signal itself.
ENTRYPOINT ["dots"]
CMD ["run"]
