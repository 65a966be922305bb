# One image for every node: `serve` by default, and `migrate`, `import` or `check` as its argument.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# What decides the packages comes first: a change of code alone does not fetch them again.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/Directory.Build.props src/
COPY src/Domain/*.csproj src/Domain/packages.lock.json src/Domain/
COPY src/EventStore/*.csproj src/EventStore/packages.lock.json src/EventStore/
COPY src/Projections/*.csproj src/Projections/packages.lock.json src/Projections/
COPY src/Api/*.csproj src/Api/packages.lock.json src/Api/
RUN dotnet restore src/Api --locked-mode
COPY src src
RUN dotnet publish src/Api --configuration Release --no-restore --output /app -p:UseAppHost=false \
    && mkdir -p /keys/sessions

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
# The one folder that the server writes to: what session cookies are sealed with, beside the key file of the operator.
COPY --from=build --chown=$APP_UID:$APP_UID /keys /keys
COPY --chmod=555 scripts/healthcheck.sh ./
ENV SAFEGUARD_URLS=http://0.0.0.0:8080 \
    SAFEGUARD_KEY_FILE=/keys/key-encryption-key \
    SAFEGUARD_DEMO=0 \
    DOTNET_EnableDiagnostics=0
# The image's own user, who cannot change the program.
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["./healthcheck.sh", "8080"]
ENTRYPOINT ["dotnet", "safeguard.dll"]
CMD ["serve"]
