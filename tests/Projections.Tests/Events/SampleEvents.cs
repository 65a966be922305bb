using System.Collections;
using System.Reflection;
using Safeguard.Domain;

namespace Safeguard.Projections.Tests.Events;

/// <summary>
/// An event of any registered type, made from its own shape: with every part that it can have, or with those alone
/// that it must have. The same type always gives the same sample.
/// </summary>
internal static class SampleEvents
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 20, 2, 14, 0, 125, TimeSpan.Zero);

    public static object Full(Type type) => Made(type, whole: true);

    public static object Spare(Type type) => Made(type, whole: false);

    private static object Made(Type type, bool whole)
    {
        var constructor = type.GetConstructors().OrderByDescending(x => x.GetParameters().Length).First();
        var nullability = new NullabilityInfoContext();
        var made = constructor.Invoke(
        [
            .. constructor.GetParameters().Select(part =>
                !whole && nullability.Create(part).WriteState == NullabilityState.Nullable
                    ? null
                    : Value(part.ParameterType, part.Name!, whole)),
        ]);
        if (constructor.GetParameters().Length > 0 || !whole) return made;
        foreach (var part in type.GetProperties().Where(part => part.CanWrite))
            part.SetValue(made, Value(part.PropertyType, part.Name, whole));
        return made;
    }

    private static object Value(Type type, string name, bool whole)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum) return Enum.GetValues(plain).Cast<object>().Last();
        if (plain == typeof(string)) return name;
        if (plain == typeof(Confidential)) return new Confidential($"words of {name}");
        if (plain == typeof(PersonId)) return new PersonId("we0014");
        if (plain == typeof(PanelId)) return new PanelId("alder-college");
        if (plain == typeof(GroupId)) return new GroupId("g01");
        if (plain == typeof(Guid)) return new Guid("0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b21");
        if (plain == typeof(DateTimeOffset)) return Moment;
        if (plain == typeof(DateOnly)) return new DateOnly(2026, 11, 20);
        if (plain == typeof(TimeOnly)) return new TimeOnly(9, 30);
        if (plain == typeof(TimeSpan)) return TimeSpan.FromMinutes(15);
        if (plain == typeof(bool)) return true;
        if (plain == typeof(int)) return 3;
        return typeof(IEnumerable).IsAssignableFrom(plain) ? ListOf(plain, name, whole) : Made(plain, whole);
    }

    private static Array ListOf(Type type, string name, bool whole)
    {
        var of = type.GetGenericArguments().Single();
        var list = Array.CreateInstance(of, whole ? 1 : 0);
        if (whole) list.SetValue(Value(of, name, whole), 0);
        return list;
    }
}
