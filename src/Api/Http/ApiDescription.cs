using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Http;

/// <summary>
/// The OpenAPI 3.1 document at <c>/openapi/v1.json</c>, browsable at <c>/docs</c>: every endpoint with who may use it,
/// every answer it can give, every problem's code, and an example of each body.
/// </summary>
public static class ApiDescription
{
    public const string Document = "v1";

    public static void Add(IServiceCollection services)
    {
        // The document is made with these; what is sent and read is ApiJson's, which writes the same shapes.
        services.ConfigureHttpJsonOptions(options =>
        {
            var json = options.SerializerOptions;
            json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.RespectNullableAnnotations = true;
            json.NumberHandling = JsonNumberHandling.Strict;
            json.Converters.Add(new JsonStringEnumConverter<ContactMode>(JsonNamingPolicy.CamelCase, false));
            json.Converters.Add(new JsonStringEnumConverter<Answer>(JsonNamingPolicy.CamelCase, false));
            json.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        });
        services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer((schema, context, _) => Plain(schema, context.JsonTypeInfo.Type));
            options.AddOperationTransformer(DescribeAsync);
            options.AddDocumentTransformer((document, _, _) => Head(document));
        });
    }

    /// <summary>Ids and lengths of time are plain texts on the wire; a problem's code is one of those known.</summary>
    private static Task Plain(OpenApiSchema schema, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(PersonId) || type == typeof(PanelId) || type == typeof(GroupId))
        {
            (schema.Type, schema.Properties, schema.Required) = (JsonSchemaType.String, null, null);
            schema.Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
        }
        else if (type == typeof(TimeSpan))
        {
            (schema.Type, schema.Format, schema.Pattern) = (JsonSchemaType.String, "duration", null);
        }
        else if (type == typeof(Problem) && schema.Properties?["code"] is OpenApiSchema code)
        {
            code.Enum = [.. ProblemCodes.All.Select(known => (JsonNode)known.Code)];
        }

        return Task.CompletedTask;
    }

    private static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var facts = context.Description.ActionDescriptor.EndpointMetadata;
        if (facts.OfType<TakesBody>().FirstOrDefault() is { } takes)
        {
            var schema = await context.GetOrCreateSchemaAsync(takes.Type, null, cancel);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = takes.Type.GetProperties().Length > 0,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/json"] = new() { Schema = schema, Example = ExampleOf(takes.Type) },
                },
            };
        }

        var access = facts.OfType<Access>().FirstOrDefault() ?? Access.Everyone;
        operation.Description = $"Who may: {access}.";
        if (facts.OfType<ShowsContent>().Any()) operation.Description += " What it shows is recorded as read (R17).";
        if (!access.NeedsSignIn) operation.Security = [];
        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancel);
        ProblemAnswers.Describe(operation, context.Description.HttpMethod ?? "GET", problem);
    }

    /// <summary>Null for a body in which nothing needs to be said.</summary>
    private static JsonNode? ExampleOf(Type type) =>
        (RequestExamples.All.GetValueOrDefault(type.Name) ?? CaseFileExamples.All.GetValueOrDefault(type.Name))
        is { } example
        ? JsonSerializer.SerializeToNode(example, ApiJson.Options)
        : null;

    private static Task Head(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Safeguard",
            Version = "1",
            Description = "Urgent contacts that reach a person, and a record of what was known when. "
                + "Errors are RFC 9457 problem details with a stable `code` and the `rule` behind it.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
            Contact = new OpenApiContact { Name = "Your programme office" },
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A token of the university's provider; in the demo, one of POST /demo/token.",
            },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        return Task.CompletedTask;
    }
}
