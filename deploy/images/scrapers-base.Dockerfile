# What the scrapers' image stands on: the runtime, and pdftotext, which takes the text out of the league's PDFs where they are fetched.
# Built by deploy/images/scrapers-base.cloudbuild.yaml; deploy/build.sh puts the service into it.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update \
    && apt-get install --yes --no-install-recommends poppler-utils \
    && rm -rf /var/lib/apt/lists/* \
    && pdftotext -v
USER $APP_UID
