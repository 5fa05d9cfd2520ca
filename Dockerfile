# The app with Python, Java, LanguageTool and the reader inside; it needs a folder for its data or DATABASE_URL.
FROM python:3.11-slim AS made
WORKDIR /app
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 LTP_PATH=/opt/languagetool
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN pip install --require-hashes -r requirements.lock
COPY . .
RUN pip install --no-deps --no-build-isolation -e . \
    && python -m hartcity languagetool install \
    && python -m compileall -q app.py pages hartcity \
    && chmod -R a+rX /app /opt/languagetool

FROM made
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin hartcity \
    && mkdir /data && chown hartcity /data
USER hartcity
ENV HOME=/tmp HARTCITY_DATA=/data HARTCITY_INSTALL_LANGUAGETOOL=0 PYTHONDONTWRITEBYTECODE=1
VOLUME /data
EXPOSE 8501
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8501/ready', timeout=4)"]
CMD ["streamlit", "run", "app.py", "--server.address=0.0.0.0", "--server.port=8501"]
