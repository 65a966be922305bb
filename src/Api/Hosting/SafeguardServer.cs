using Microsoft.AspNetCore.HttpOverrides;
using Safeguard.Api.Calendar;
using Safeguard.Api.Audit;
using Safeguard.Api.CaseFiles;
using Safeguard.Api.Clock;
using Safeguard.Api.Commands;
using Safeguard.Api.Demo;
using Safeguard.Api.Debriefs;
using Safeguard.Api.Escalations;
using Safeguard.Api.Home;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Paging;
using Safeguard.Api.People;
using Safeguard.Api.Programmes;
using Safeguard.Api.Reading;
using Safeguard.Api.Referrals;
using Safeguard.Api.Reports;
using Safeguard.Api.Rota;
using Safeguard.Api.SignIn;
using Safeguard.Api.Supervision;
using Safeguard.Api.WakeUps;
using Safeguard.EventStore;
using Safeguard.Projections;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;
using Safeguard.Projections.PageLog;
using Safeguard.Projections.Reads;
using Safeguard.Projections.Rebuilding;
using Safeguard.Projections.StandingBoard;

namespace Safeguard.Api.Hosting;

/// <summary>The composition root: what the product is made of, and in which order it starts.</summary>
public static class SafeguardServer
{
    /// <summary>Every file of the schema this binary expects, the store's first.</summary>
    public static IReadOnlyList<SchemaFile> Schema { get; } =
        [.. SchemaMigrator.StoreFiles, .. SchemaFile.In(typeof(EscalationRows).Assembly, "Projections")];

    public static WebApplication Build(ServerSettings settings, string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseUrls(settings.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Import.ImportLimits.MaxUploadBytes;
        });
        Logging.Configure(builder.Logging);
        AddStore(builder.Services, settings);
        AddProduct(builder.Services, builder.Configuration, settings);
        var app = builder.Build();
        Use(app, settings);
        return app;
    }

    private static void AddStore(IServiceCollection services, ServerSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(Schema);
        services.AddSingleton(new EventStoreOptions(settings.Database, settings.Schema));
        services.AddSingleton<InstitutionDatabase>();
        services.AddSingleton(provider => provider.GetRequiredService<InstitutionDatabase>().Pool);
        services.AddSingleton<IEventLog, PostgresEventLog>();
        services.AddSingleton<WakeUpTable>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Positions>();
        services.AddSingleton<IKeyEncryption>(FileKeyEncryption.FromFile(settings.KeyFile));
        services.AddSingleton<SubjectKeys>();
        services.AddSingleton<EventCodec>();
        services.AddSingleton<Settings>();
        services.AddSingleton<EscalationRows>();
        services.AddSingleton<OpenItemRows>();
        services.AddSingleton<StandingRows>();
        services.AddSingleton<CaseFileRows>();
        services.AddSingleton<PageLogRows>();
        services.AddSingleton<ReadRows>();
        services.AddSingleton<BreakGlassRows>();
        AddRebuild(services);
    }

    private static void AddRebuild(IServiceCollection services)
    {
        services.AddTransient<IRebuilt, FromStreams>();
        services.AddTransient<IRebuilt, FromInstitution>();
        services.AddTransient(provider => new ReadModelRebuild(
            provider.GetRequiredService<InstitutionDatabase>(),
            provider.GetServices<IRebuilt>().Concat(FromEvents.All(
                provider.GetRequiredService<InstitutionDatabase>(), provider.GetRequiredService<Positions>(),
                provider.GetRequiredService<EventCodec>(), provider.GetRequiredService<StudentIndex>()))));
    }

    private static void AddProduct(IServiceCollection services, IConfiguration configuration, ServerSettings settings)
    {
        services.AddSingleton(new ProductClock(TimeProvider.System));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<ProductClock>());
        services.AddSingleton<InstitutionDirectory>();
        services.AddSingleton<LiveQueue>();
        services.AddSingleton<ILogListener>(provider => provider.GetRequiredService<InstitutionDirectory>());
        services.AddSingleton<ILogListener>(provider => provider.GetRequiredService<LiveQueue>());
        services.AddSingleton<StreamMemory>();
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<InstitutionCommands>();
        services.AddSingleton<HeldItems>();
        services.AddSingleton<PersonHistory>();
        services.AddSingleton<PeoplePages>();
        services.AddSingleton<Docs.DocsPages>();
        services.AddSingleton<PersonPages>();
        services.AddSingleton<ServicesPages>();
        services.AddSingleton<PolicyPages>();
        services.AddSingleton<RotaPages>();
        services.AddSingleton<DutyPages>();
        services.AddSingleton<Supervision.OwnSupervisionPages>();
        services.AddSingleton<CoverGapsPages>();
        services.AddSingleton<DebriefPages>();
        services.AddSingleton<OverviewPages>();
        services.AddSingleton<OpenItemsPages>();
        services.AddSingleton<Training.CohortListPages>();
        services.AddSingleton<Training.CohortPages>();
        services.AddSingleton<Supervision.StandingPages>();
        services.AddSingleton<Supervision.ComplianceReports>();
        services.AddSingleton<Supervision.CompliancePages>();
        services.AddSingleton<Supervision.GroupHistory>();
        services.AddSingleton<Supervision.GroupListPages>();
        services.AddSingleton<Supervision.GroupPages>();
        services.AddSingleton<Supervision.RegisterPages>();
        services.AddSingleton<Supervision.SupervisorTaskPages>();
        services.AddSingleton<EscalationCommands>();
        services.AddReading();
        services.AddAudit();
        services.AddReports();
        services.AddSingleton<EscalationReader>();
        services.AddSingleton<EscalationPages>();
        AddCaseFiles(services);
        services.AddReferrals();
        services.AddSingleton<Import.Importing>();
        services.AddSingleton<Raising>();
        services.AddSingleton<RaisePages>();
        services.AddSingleton<QueuePages>();
        services.AddSingleton<Home.HomePages>();
        services.AddSingleton<Health.FollowerCheck>();
        services.AddSingleton<Health.Check>();
        services.AddSingleton<Health.ProjectionStates>();
        services.AddSingleton<Health.Watchdog>();
        services.AddHostedService(provider => provider.GetRequiredService<Health.Watchdog>());
        services.AddSingleton<InstitutionName>();
        services.AddSingleton<PageFrame>();
        services.AddSingleton<IWakeUpHandler, EscalationWakeUp>();
        services.AddSingleton<IWakeUpHandler, RotaWakeUp>();
        services.AddSingleton<IWakeUpHandler, SupporterWakeUp>();
        services.AddSingleton<IWakeUpHandler, GroupWakeUp>();
        services.AddSingleton<IWakeUpHandler, AccessWakeUp>();
        services.AddSingleton<WakeUpLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<WakeUpLoop>());
        services.AddHostedService<LogFollower>();
        services.AddHostedService<ProjectionRunner>();
        services.AddSingleton<Sweep>();
        services.AddHostedService(provider => provider.GetRequiredService<Sweep>());
        var address = settings.OpenId?.PublicUrl.GetLeftPart(UriPartial.Authority) ?? settings.Urls.Split(';')[0];
        var mail = MailSettings.Read(configuration, address);
        services.AddSingleton(mail);
        if (mail.Host is not null) services.AddHostedService<PageMailer>();
        services.AddHostedService<Telemetry>();
        if (settings.Demo)
        {
            services.AddSingleton(new DemoTokens(File.ReadAllBytes(settings.KeyFile), TimeProvider.System));
            services.AddSingleton<IBearerTokens>(provider => provider.GetRequiredService<DemoTokens>());
            services.AddSingleton<DemoClock>();
        }

        if (settings.OpenId is { } openId) services.AddUniversitySignIn(openId);
        services.AddSessions(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(settings.KeyFile))!, "sessions"),
            settings);
        services.AddPages();
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        ApiDescription.Add(services);
    }

    private static void AddCaseFiles(IServiceCollection services)
    {
        services.AddSingleton<StudentIndex>();
        services.AddSingleton<StudentSearch>();
        services.AddSingleton<CaseFileFollowing>();
        services.AddSingleton<CaseFileCommands>();
        services.AddSingleton<CaseFileReader>();
        services.AddSingleton<CaseFileLists>();
        services.AddSingleton<SupporterFiles>();
        services.AddSingleton<OpeningCaseFiles>();
        services.AddSingleton<CaseFileListPages>();
        services.AddSingleton<CaseFilePages>();
        services.AddSingleton<IWakeUpHandler, CaseFileWakeUp>();
        services.AddSingleton<IWakeUpHandler, CaseLinkWakeUp>();
    }

    private static void Use(WebApplication app, ServerSettings settings)
    {
        app.UseForwardedHeaders();
        app.KeepCalendarsFromTraces();
        app.UseSecurityHeaders();
        app.UseMiddleware<FaultAnswer>();
        app.UseResponseCompression();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<AccessCheck>();
        Endpoints.Map(app, settings);
    }
}
